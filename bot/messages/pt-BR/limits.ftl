### Discord: limites de quanto se pode perguntar

limit-met = { $whose ->
    [person] Você fez { $questions } em { $per }, e não aceito mais de uma mesma pessoa.
    [channel] Neste canal houve { $questions } em { $per }, e não aceito mais de um mesmo canal.
   *[server] Neste servidor houve { $questions } em { $per }, e não aceito mais de um mesmo servidor.
} Você pode perguntar de novo em { $wait } ({ $moment }).
limit-questions = { $most ->
    [one] { $most } pergunta
   *[other] { $most } perguntas
}
limit-answers = { $most ->
    [one] { $most } resposta
   *[other] { $most } respostas
}
limit-per = { $per ->
    [second] um segundo
    [minute] um minuto
    [hour] uma hora
   *[day] um dia
}
limit-seconds = { $seconds } s
limit-minutes = { $minutes } min
limit-hours = { $hours } h
limit-at-once = { $most ->
    [one] Ainda estou respondendo a { $most } pergunta sua. Espere a resposta antes de fazer a próxima.
   *[other] Ainda estou respondendo a { $most } perguntas suas. Espere a primeira resposta antes de fazer a próxima.
}
limit-model = { $whose ->
    [person] Você recebeu { $answers } nas palavras do modelo de linguagem em { $per }, e não dou mais a uma mesma pessoa; por isso esta é feita de citações.
   *[server] Este servidor recebeu { $answers } nas palavras do modelo de linguagem em { $per }, e não dou mais a um mesmo servidor; por isso esta é feita de citações.
} Ele volta a redigir em { $wait } ({ $moment }).
limit-title = Um momento
