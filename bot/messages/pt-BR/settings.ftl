### Discord: as configurações de um servidor

discord-settings = O que faço neste servidor: onde e como respondo, quem cuida de mim (para admins)
    .name = configurações
settings-filter-without = excluídos neste servidor: { $names }
settings-title = Configurações deste servidor
settings-intro = O que você definir aqui vale na hora e só neste servidor.
settings-choose = O que você quer mudar?
settings-back = Todas as configurações
settings-line = **{ $field }:** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = Já estava assim.
settings-change = { $field }: { $before } → { $after }
settings-audit = { $who } mudou as configurações.
    { $changes }
settings-topic = { $topic ->
    [where] Onde respondo
    [how] Como respondo
    [who] Quem cuida de mim
    [articles] Artigos
    [language] Idioma
   *[backup] Cópia de segurança
}
settings-hint = { $topic ->
    [where] Canais com respostas, em silêncio, ou respondidos sem menção
    [how] Curtas ou inteiras, em particular ou para todos, em tópicos
    [who] Cargos de admin, canal de registro, a quem recorrer, registro de perguntas
    [articles] Veículos incluídos ou excluídos
    [language] Um idioma para todos, ou o de cada pessoa
   *[backup] Tudo em um arquivo, de um arquivo, ou como no início
}
settings-about = { $topic ->
    [where] Uma categoria vale por todos os seus canais, e um canal ou fórum pelos seus tópicos. Onde fico em silêncio não respondo a ninguém, mesmo que o canal esteja escolhido em outra lista.
    [how] Para as respostas neste servidor. Com `/{ discord-ask.name }`, cada pessoa escolhe se os outros veem a resposta.
    [who] Os cargos de admin podem usar `/{ discord-settings.name }`, e os comandos dos artigos onde o operador permite isso aos admins deste servidor; só quem pode gerenciar o servidor os escolhe. Quando não encontro nada, digo o cargo ou o canal a que recorrer, sem notificar ninguém.
    [articles] As respostas, as sugestões e `/{ discord-sources.name }` ficam, neste servidor, com estes veículos. Um veículo que está nas duas listas fica excluído.
    [language] Para o que todos veem em um canal. O que só uma pessoa vê fica no idioma dela, e uma citação fica como foi escrita.
   *[backup] Um arquivo contém todas as configurações deste servidor. Ao ler um, mostro primeiro o que ele mudaria.
}
settings-field = { $field ->
    [answer_in] Respostas só em
    [silent_in] Silêncio em
    [every_question_in] Toda pergunta respondida em
    [style] Estilo
    [private] Respostas a /{ discord-ask.name }
    [threads] Respostas a menções
    [admin_roles] Cargos de admin
    [audit_channel] Canal de registro
    [escalation_role] Cargo a que recorrer
    [escalation_channel] Canal a que recorrer
    [log_questions] Registro de perguntas
    [publishers_only] Só estes veículos
    [publishers_never] Nunca estes veículos
   *[language] Idioma
}
settings-empty = { $field ->
    [answer_in] em todo lugar
    [silent_in] em lugar nenhum
    [every_question_in] em lugar nenhum
    [admin_roles] nenhum, só quem pode gerenciar o servidor
    [publishers_only] todos
   *[rest] nenhum
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] só para quem pergunta, se não disser outra coisa
       *[no] para todos, se quem pergunta não disser outra coisa
    }
    [threads] { $on ->
        [yes] em um tópico com o nome da pergunta
       *[no] no canal
    }
   *[log_questions] { $on ->
        [yes] ligado
       *[no] desligado
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Responder em particular: sim
       *[no] Responder em particular: não
    }
    [threads] { $on ->
        [yes] Responder em tópicos: sim
       *[no] Responder em tópicos: não
    }
   *[log_questions] { $on ->
        [yes] Registro de perguntas: sim
       *[no] Registro de perguntas: não
    }
}
settings-style = { $style ->
    [full] respostas inteiras
    [short] respostas curtas
   *[quotes] só citações
}
settings-style-hint = { $style ->
    [full] Tudo o que os artigos dizem sobre a pergunta
    [short] A primeira afirmação, e o que ela precisa
   *[quotes] Palavra por palavra dos artigos, sem reformular nada
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] o de cada pessoa
}
settings-pick = { $field ->
    [answer_in] Responder só em … (nenhum: em todo lugar)
    [silent_in] Ficar em silêncio em … (nenhum: em lugar nenhum)
    [every_question_in] Responder a toda pergunta em … (nenhum: em lugar nenhum)
    [admin_roles] Cargos de admin
    [audit_channel] Canal de registro: uma linha por mudança
    [escalation_role] Cargo que digo quando não encontro nada
    [escalation_channel] Canal que digo quando não encontro nada
    [publishers_only] Só estes veículos (nenhum: todos)
   *[publishers_never] Nunca estes veículos
}
settings-write = { $field ->
    [publishers_only] Só estes veículos …
   *[publishers_never] Nunca estes veículos …
}
settings-names = Veículos
settings-names-hint = Um por linha, como /{ discord-sources.name } { discord-sources-list.name } os nomeia; vazio para nenhum
settings-too-many-names = Uma lista tem no máximo { $limit } veículos. Diga os que são menos: os incluídos ou os excluídos.
settings-and-more = { $names } + { $count }
settings-gone-channel = *canal excluído*
settings-gone-role = *cargo excluído*
settings-gone = { $kind ->
    [role] { $field }: um cargo escolhido foi excluído desde então. Escolha de novo para tirá-lo da lista.
   *[channel] { $field }: um canal escolhido foi excluído desde então. Escolha de novo para tirá-lo da lista.
}
settings-missing = Em { $channel } me falta: { $permissions }. Dê essa permissão ao meu cargo naquele canal, ou escolha outro canal.
settings-permission = { $name ->
    [view_channel] Ver canal
    [send_messages] Enviar mensagens
    [embed_links] Inserir links
    [read_message_history] Ver histórico de mensagens
    [create_public_threads] Criar tópicos públicos
   *[send_messages_in_threads] Enviar mensagens em tópicos
}
settings-both = Em { $channels } fico em silêncio, embora esses canais também estejam escolhidos para respostas.
settings-titles-only = Meu operador não me deixa ler mensagens que não me mencionam. Por isso, nos canais em que toda pergunta deve ser respondida, só vejo os títulos das publicações de fóruns; nos outros lugares respondo quando me mencionam.
settings-not-everyone = @everyone não pode ser escolhido aqui: seriam todos os membros.
settings-no-such-channel = Esse canal não existe mais. Escolha outro.
settings-no-such-role = Esse cargo não existe mais. Escolha outro.
settings-out-of-date = Este painel está desatualizado. Abra um novo com `/{ discord-settings.name }`.
settings-reset = { $all ->
    [yes] Redefinir tudo
   *[no] Redefinir estas
}
settings-reset-ask = Ficaria assim depois:
settings-reset-confirm = Sim, redefinir
settings-reset-nothing = Não há nada a redefinir: tudo está como no início.
settings-log-notice = { $who } ligou o registro de perguntas deste servidor: a partir de agora, as perguntas que me fazem aqui são guardadas, para que os admins vejam a que os artigos não respondem. `/{ discord-privacy.name }` diz o que é guardado e por quanto tempo, e o apaga.
settings-log-untold = O registro de perguntas continua desligado: todos precisam saber dele, e neste canal não posso escrever. Abra `/{ discord-settings.name }` em um canal em que eu possa.
settings-export = Salvar em um arquivo
settings-import = Ler um arquivo
settings-exported = O arquivo contém todas as configurações deste servidor. Canais e cargos vão pelos seus ids; os nomes ao lado são para você.
settings-import-form-modal = Ler um arquivo
settings-import-label = Arquivo
settings-import-hint = Como “Salvar em um arquivo” o deu
settings-import-too-large = O arquivo tem mais de { $kilobytes } kB, e nenhuma configuração é tão grande. Nada foi mudado.
settings-import-unreadable = { $why ->
    [json] Isso não é um arquivo JSON, então nada foi mudado. Leio o que “Salvar em um arquivo” dá.
    [format] Isso não é um arquivo de configurações, ou é de uma versão mais nova de mim, então nada foi mudado. Leio o que “Salvar em um arquivo” dá.
   *[field] Não posso usar o que o arquivo diz em “{ $where }”, então nada foi mudado. Leio o que “Salvar em um arquivo” dá.
}
settings-import-not-fetched = O Discord não me deu o arquivo. Tente de novo.
settings-import-ask = Isto mudaria:
settings-import-nothing = Tudo o que o arquivo diz já está definido assim.
settings-import-left-out = Fora de { $field }, pois este servidor não tem esse canal ou cargo: { $names }
settings-import-unindexed = Não há nenhum artigo destes veículos agora; eles continuam na lista: { $names }
settings-import-confirm = Sim, definir assim
settings-none-let-in = Nenhum artigo é de um veículo que os admins deste servidor incluem.
settings-publisher-out = Os admins deste servidor excluíram “{ $name }”. Pergunte sem ele.
settings-help = **Configure-me** para este servidor com `/{ discord-settings.name }`: onde e como respondo, quem cuida de mim, veículos, idioma.
settings-unreadable = Não é possível ler o que os admins dos servidores escolheram, então nenhuma pergunta é respondida em nenhum servidor. O log diz por quê; uma nova tentativa é feita automaticamente.
settings-readable-again = O que os admins dos servidores escolheram pode ser lido de novo, e as perguntas são respondidas.
