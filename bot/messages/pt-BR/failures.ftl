### Discord: o que um erro do próprio bot significa para quem só pergunta

failure-search = A busca está indisponível no momento. Tente de novo em um minuto.
failure-index = No momento não tenho artigos com que responder. Quem me administra precisa verificar o índice.
failure-storage = No momento não consigo salvar nada: meu disco está cheio ou não permite gravação. Quem me administra precisa cuidar disso.
failure-settings = Agora não consigo ler o que os admins deste servidor escolheram, então não respondo nada aqui até conseguir. Quem me mantém precisa cuidar disso.
failure-busy = Os artigos estão sendo processados agora. Tente de novo daqui a pouco.
failure-other = Não foi possível fazer isso agora. Tente de novo mais tarde.
failure-id = -# Erro `{ $id }`: com este identificador, quem me administra encontra os detalhes no registro.
