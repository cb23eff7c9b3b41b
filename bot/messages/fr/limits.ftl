### Discord : limites du nombre de questions

limit-met = { $whose ->
    [person] Tu as posé { $questions } en { $per }, et je n’en prends pas plus d’une même personne.
    [channel] Il y a eu { $questions } dans ce salon en { $per }, et je n’en prends pas plus d’un même salon.
   *[server] Il y a eu { $questions } sur ce serveur en { $per }, et je n’en prends pas plus d’un même serveur.
} Tu pourras en poser une autre dans { $wait } ({ $moment }).
limit-questions = { $most ->
    [one] { $most } question
   *[other] { $most } questions
}
limit-answers = { $most ->
    [one] { $most } réponse
   *[other] { $most } réponses
}
limit-per = { $per ->
    [second] une seconde
    [minute] une minute
    [hour] une heure
   *[day] un jour
}
limit-seconds = { $seconds } s
limit-minutes = { $minutes } min
limit-hours = { $hours } h
limit-at-once = { $most ->
    [one] Je réponds encore à { $most } de tes questions. Attends sa réponse avant de poser la suivante.
   *[other] Je réponds encore à { $most } de tes questions. Attends la première réponse avant de poser la suivante.
}
limit-model = { $whose ->
    [person] Tu as reçu { $answers } avec les mots du modèle de langage en { $per }, et je n’en donne pas plus à une même personne ; celle-ci est donc faite de citations.
   *[server] Ce serveur a reçu { $answers } avec les mots du modèle de langage en { $per }, et je n’en donne pas plus à un même serveur ; celle-ci est donc faite de citations.
} Il rédigera de nouveau dans { $wait } ({ $moment }).
limit-title = Un instant
