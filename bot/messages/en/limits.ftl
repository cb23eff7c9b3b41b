### Discord: limits of how much may be asked

limit-met = { $whose ->
    [person] You have asked { $questions } within { $per }, as many as I take from one person.
    [channel] In this channel { $questions } came within { $per }, as many as I take from one.
   *[server] In this server { $questions } came within { $per }, as many as I take from one.
} You can ask again in { $wait } ({ $moment }).
limit-questions = { $most ->
    [one] one question
   *[other] { $most } questions
}
limit-answers = { $most ->
    [one] one answer
   *[other] { $most } answers
}
limit-per = { $per ->
    [second] a second
    [minute] a minute
    [hour] an hour
   *[day] a day
}
limit-seconds = { $seconds } s
limit-minutes = { $minutes } min
limit-hours = { $hours } h
limit-at-once = { $most ->
    [one] A question of yours is still being answered. Please wait for its answer before you ask the next one.
   *[other] { $most } of your questions are still being answered. Please wait for the first answer before you ask the next one.
}
limit-model = { $whose ->
    [person] You have had { $answers } in the language model’s words within { $per }, as many as I give one person, so this one is quotes.
   *[server] This server has had { $answers } in the language model’s words within { $per }, as many as I give one, so this one is quotes.
} Its words are back in { $wait } ({ $moment }).
limit-title = One moment
