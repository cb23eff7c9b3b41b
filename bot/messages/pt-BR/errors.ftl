### Discord: errors

error-title = Não deu certo
error-refused-title = Não é possível
error-unexpected = Algo deu errado, e não deveria. Por favor, passe este identificador a um admin: `{ $id }`
error-no-permission = Só quem pode gerenciar este servidor pode fazer isso.
error-articles-of-all = Todos os servidores em que estou compartilham os artigos; por isso, aqui só quem me mantém pode fazer isso. Os admins deste servidor também poderão, se o identificador dele, `{ $server }`, estiver na configuração `ADMIN_SERVERS`.
error-server-only = Isso só funciona em um servidor.
error-command-changed = Meus comandos mudaram. Recarregue o Discord (Ctrl+R) e tente de novo.
error-took-too-long = Demorou demais e eu desisti. Tente de novo daqui a pouco, por favor.
error-date = Não consigo ler “{ $text }” como um dia. Escreva assim: 2/5/2026, 2 de maio de 2026 ou maio de 2026.
error-date-ambiguous = “{ $text }” pode ser dois dias diferentes. Escreva assim: 2026-05-02 ou 2 de maio de 2026.
error-date-order = Não há nada entre os dois dias: “{ discord-ask-since.name }” ({ $since }) vem depois de “{ discord-ask-until.name }” ({ $until }).
error-publisher = Nenhum artigo é de “{ $name }”.
error-publisher-near = Nenhum artigo é de “{ $name }”. Você quis dizer { $near }?
error-discord = O Discord não aceitou minha resposta agora. Tente de novo daqui a pouco.
error-forbidden = Falta-me uma permissão para isso aqui. Avise um admin deste servidor.
