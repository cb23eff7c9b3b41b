### Discord: unter einer Absage

advice-unfiltered = Ohne deine Vorgaben beantworten es die Artikel: Lass die Optionen weg.
advice-answered = Was die Artikel beantworten, zum Beispiel:
advice-answered-line = - *{ $question }*
advice-question = Was ist über { $subject } bekannt?
advice-hint = { $kind ->
    [name] Nenn die Person, den Ort oder die Sache, die du meinst.
    [shorter] Frag in einem kurzen Satz, und eins nach dem anderen.
   *[words] Versuch es mit Worten, die die Artikel gebrauchen würden, etwa denen in ihren Titeln.
}
advice-turn-to = { $named ->
    [role] Du kannst dich auch an { $role } wenden.
    [channel] Du kannst auch in { $channel } fragen.
   *[both] Du kannst dich auch an { $role } wenden oder in { $channel } fragen.
}
