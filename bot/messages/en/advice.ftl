### Discord: under a refusal

advice-unfiltered = Without what you set, the articles answer it: leave the options out.
advice-answered = What the articles do answer, for example:
advice-answered-line = - *{ $question }*
advice-question = What is known about { $subject }?
advice-hint = { $kind ->
    [name] Name the person, the place or the thing that you mean.
    [shorter] Ask in one short sentence, one thing at a time.
   *[words] Try it in words that the articles would use, such as those in their titles.
}
advice-turn-to = { $named ->
    [role] You can also turn to { $role }.
    [channel] You can also ask in { $channel }.
   *[both] You can also turn to { $role }, or ask in { $channel }.
}
