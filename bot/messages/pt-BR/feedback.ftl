### Discord: o que as pessoas acham das respostas, e o que falta nos artigos

discord-feedback = O que acham das minhas respostas, e o que falta nos artigos (para admins)
    .name = opiniões
discord-feedback-summary = Útil ou não, quais artigos foram criticados e por quê
    .name = resumo
discord-feedback-summary-days = De quantos dias; 30 se você deixar vazio
    .name = dias
discord-feedback-unanswered = Perguntas que os artigos não responderam: o que falta neles
    .name = sem-resposta
discord-feedback-export = Perguntas de teste feitas de perguntas reais, para medir as respostas
    .name = exportar
answer-logged = As perguntas são registradas neste servidor · /{ discord-privacy.name } { discord-privacy-show.name }
feedback-helpful = Útil
feedback-not-helpful = Não útil
feedback-title = O que não foi útil?
feedback-label = O seu motivo
feedback-label-note = Pode ficar vazio. Quem cuida de mim lê, sem o seu nome.
feedback-example = O número é o do farol antigo.
feedback-thanks = Agradeço! Você pode mudar de ideia com os mesmos botões. { $question ->
    [logged] Por { $time } eu guardo o seu voto, o seu motivo, o dia e os artigos citados; a pergunta também, pois este servidor registra as perguntas.
    [agree] Por { $time } eu guardo o seu voto, o seu motivo, o dia e os artigos citados, mas não a sua pergunta. Se você concordar, eu a guardo também: assim os admins podem me medir com ela.
   *[none] Por { $time } eu guardo o seu voto, o seu motivo, o dia e os artigos citados, mas não a pergunta.
}
feedback-keep-question = Guardar também a minha pergunta
feedback-question-kept = Agradeço! Eu guardo esta pergunta com o seu voto por { $time }: “{ $question }”
feedback-question-gone = Não lembro mais da sua pergunta, por isso não posso guardá-la. O seu voto conta mesmo assim.
feedback-summary-title = { $days ->
    [one] Opiniões do último dia ({ $days })
   *[other] Opiniões dos últimos { $days } dias
}
feedback-summary-nothing = Ninguém avaliou uma resposta nesse tempo. Os botões “Útil” e “Não útil” ficam sob cada resposta.
feedback-summary = **{ $helpful }** úteis, **{ $not_helpful }** não úteis: { $percent } % acharam a resposta útil.
feedback-summary-articles = **Artigos citados onde não foi útil:**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Últimos motivos:**
feedback-summary-reason = - { $day }: { $text }
feedback-unanswered-title = O que falta nos artigos
feedback-unanswered-about = Perguntas para as quais não encontrei resposta, as mais recentes primeiro, as parecidas juntas:
feedback-unanswered-no-more = -# As perguntas não são mais registradas neste servidor; estas são de antes.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $count } vez, { $day })
   *[other] ({ $count } vezes, a última em { $day })
}
feedback-unanswered-nothing = Todas as perguntas registradas até agora tiveram resposta.
feedback-unanswered-not-logged = As perguntas não são registradas neste servidor, por isso não sei quais ficaram sem resposta. Você pode ativar isso com `/{ discord-settings.name }`; então isso é avisado sob cada resposta.
feedback-missing-menu = Quais destas os artigos não respondem com razão?
feedback-marked = { $count ->
    [one] { $count } pergunta está marcada
   *[other] { $count } perguntas estão marcadas
} como sem resposta com razão: elas vão para `/{ discord-feedback.name } { discord-feedback-export.name }`.
feedback-export-title = Perguntas de teste
feedback-export-nothing = Ainda não há nenhuma. Elas vêm de respostas consideradas úteis cuja pergunta é guardada, e das que você marca em `/{ discord-feedback.name } { discord-feedback-unanswered.name }`.
feedback-export-done = { $count ->
    [one] O arquivo contém { $count } pergunta.
   *[other] O arquivo contém { $count } perguntas.
} Quem opera o bot pode medi-lo com elas: `python -m bot evaluate --questions questions.jsonl`. Leia antes: uma resposta útil não é necessariamente certa.
