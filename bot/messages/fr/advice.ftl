### Discord : sous un refus

advice-unfiltered = Sans tes filtres, les articles y répondent : laisse les options vides.
advice-answered = Ce à quoi les articles répondent, par exemple :
advice-answered-line = - *{ $question }*
advice-question = Que sait-on de { $subject } ?
advice-hint = { $kind ->
    [name] Nomme la personne, le lieu ou la chose dont tu parles.
    [shorter] Demande en une phrase courte, une chose à la fois.
   *[words] Essaie avec des mots que les articles emploieraient, comme ceux de leurs titres.
}
advice-turn-to = { $named ->
    [role] Tu peux aussi t’adresser à { $role }.
    [channel] Tu peux aussi demander dans { $channel }.
   *[both] Tu peux aussi t’adresser à { $role } ou demander dans { $channel }.
}
