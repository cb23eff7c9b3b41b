### Discord: Grenzen, wie viel gefragt werden kann

limit-met = { $whose ->
    [person] Du hast innerhalb { $per } { $questions } gestellt; mehr nehme ich von einer Person nicht an.
    [channel] In diesem Kanal gab es innerhalb { $per } { $questions }; mehr nehme ich aus einem nicht an.
   *[server] Auf diesem Server gab es innerhalb { $per } { $questions }; mehr nehme ich von einem nicht an.
} Du kannst in { $wait } wieder fragen ({ $moment }).
limit-questions = { $most ->
    [one] eine Frage
   *[other] { $most } Fragen
}
limit-answers = { $most ->
    [one] eine Antwort
   *[other] { $most } Antworten
}
limit-per = { $per ->
    [second] einer Sekunde
    [minute] einer Minute
    [hour] einer Stunde
   *[day] eines Tages
}
limit-seconds = { $seconds } s
limit-minutes = { $minutes } min
limit-hours = { $hours } h
limit-at-once = { $most ->
    [one] Eine Frage von dir wird noch beantwortet. Bitte warte auf ihre Antwort, bevor du die nächste stellst.
   *[other] { $most } deiner Fragen werden noch beantwortet. Bitte warte auf die erste Antwort, bevor du die nächste stellst.
}
limit-model = { $whose ->
    [person] Du hast innerhalb { $per } { $answers } in den Worten des Sprachmodells bekommen; mehr gebe ich einer Person nicht. Diese besteht deshalb aus Zitaten.
   *[server] Dieser Server hat innerhalb { $per } { $answers } in den Worten des Sprachmodells bekommen; mehr gebe ich einem nicht. Diese besteht deshalb aus Zitaten.
} In { $wait } formuliert es wieder ({ $moment }).
limit-title = Einen Moment
