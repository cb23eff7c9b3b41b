### Discord: o que se guarda de uma pessoa

discord-privacy = O que eu guardo sobre você, e como receber ou apagar
    .name = privacidade
discord-privacy-show = O que é guardado, por quanto tempo e quem mais recebe suas perguntas
    .name = ver
discord-privacy-export = Receba em um arquivo tudo o que é guardado sobre você
    .name = exportar
discord-privacy-forget = Apague tudo o que é guardado sobre você; pergunta antes
    .name = esquecer
privacy-title = O que eu guardo sobre você
privacy-days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
privacy-questions = { $logged ->
    [yes] **As perguntas** feitas neste servidor ficam guardadas por { $time } com o seu ID: os admins ativaram isso para ver o que falta nos artigos.
   *[no] **As perguntas** não são registradas { $place ->
        [server] neste servidor.
       *[elsewhere] aqui. Os admins de um servidor podem ativar isso; cada resposta então avisa.
    }
}
privacy-remembered = **Para perguntas seguintes**, as suas últimas perguntas e as respostas são lembradas por { $minutes } minutos, em tópicos por { $hours } horas.
privacy-answers = **As respostas** ficam guardadas por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} com o seu ID e sem a pergunta, para que os botões funcionem.
privacy-feedback = **As opiniões** que você dá: o seu voto, o seu motivo, o dia e os artigos citados, por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
privacy-limits = **Quantas vezes você pergunta** é contado na memória, por { $time } no máximo. Isso nunca é escrito.
privacy-work = **O trabalho nos artigos** que você inicia é anotado com o seu ID até terminar, e por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} se falhar.
privacy-model = { $where ->
    [nobody] **Ninguém mais** recebe a sua pergunta: as respostas são feitas na máquina em que eu rodo.
    [here] **Um modelo de linguagem** na máquina em que eu rodo redige as respostas; ele recebe a sua pergunta, o que você perguntou logo antes e trechos de artigos.
   *[elsewhere] **Um modelo de linguagem** em { $host } redige as respostas; a sua pergunta, o que você perguntou logo antes e trechos de artigos são enviados para lá.
}
privacy-embeddings = A sua pergunta é enviada para { $host }, que a transforma nos números com que se busca.
privacy-log = **O registro do operador** contém o seu ID quando algo falhou, foi recusado ou mudou os artigos; nunca o que você escreveu.
privacy-do = `/{ discord-privacy.name } { discord-privacy-export.name }` dá tudo isso em um arquivo, `/{ discord-privacy.name } { discord-privacy-forget.name }` apaga.
privacy-export-done = { $count ->
    [0] Nada é guardado sobre você. O arquivo diz isso.
    [one] { $count } registro é guardado sobre você; o arquivo o contém.
   *[other] { $count } registros são guardados sobre você; o arquivo os contém.
} Só você pode ver isto.
privacy-forget-ask = { $count ->
    [one] { $count } registro guardado sobre você será apagado
   *[other] { $count } registros guardados sobre você serão apagados
}, sem volta. Os botões das suas respostas dirão então que elas não estão mais guardadas.
privacy-forget-yes = Apagar tudo
privacy-forget-no = Manter
privacy-forget-kept = Tudo fica como estava.
privacy-forget-nothing = Nada é guardado sobre você, então não há nada a apagar.
privacy-forget-done = { $count ->
    [one] { $count } registro foi apagado,
   *[other] { $count } registros foram apagados,
} e não resta nenhum rastro do seu ID nos meus arquivos.
privacy-forget-remains = O que não posso apagar: mensagens no Discord, como as minhas respostas (até agora cada uma tinha um botão para apagar; daqui em diante a moderação pode) e linhas em canais de registro que citam você; o registro e os backups do operador. O que você perguntar a partir de agora é tratado como antes.
privacy-forget-unclean = Tudo sobre você foi apagado. O arquivo não pôde ser sobrescrito agora, por isso podem restar rastros por algumas horas; uma nova tentativa será feita sozinha.
limit-forgetting = Você pediu { $most } vezes em { $per } para eu esquecer você. Pode pedir de novo em { $wait } ({ $moment }).
