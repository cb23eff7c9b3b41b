### Discord: was über eine Person gespeichert ist

discord-privacy = Was ich über dich speichere, und wie du es bekommst oder löschst
    .name = datenschutz
discord-privacy-show = Was gespeichert ist, wie lange, und wer deine Fragen sonst noch bekommt
    .name = zeigen
discord-privacy-export = Alles, was über dich gespeichert ist, als Datei
    .name = exportieren
discord-privacy-forget = Alles löschen, was über dich gespeichert ist; fragt vorher nach
    .name = vergessen
privacy-title = Was ich über dich speichere
privacy-days = { $days ->
    [one] einen Tag
   *[other] { $days } Tage
}
privacy-questions = { $logged ->
    [yes] **Fragen**, die auf diesem Server gestellt werden, bleiben { $time } lang mit deiner ID gespeichert: Seine Admins haben das eingeschaltet, um zu sehen, was in den Artikeln fehlt.
   *[no] **Fragen** werden { $place ->
        [server] auf diesem Server nicht aufgezeichnet.
       *[elsewhere] hier nicht aufgezeichnet. Die Admins eines Servers können das einschalten; dann sagt es dort jede Antwort.
    }
}
privacy-remembered = **Für Anschlussfragen** merke ich mir deine letzten Fragen und ihre Antworten { $minutes } Minuten lang, in Threads { $hours } Stunden.
privacy-answers = **Antworten** bleiben { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang mit deiner ID und ohne die Frage gespeichert, damit ihre Knöpfe funktionieren.
privacy-feedback = **Rückmeldungen**, die du gibst: deine Stimme, dein Grund, der Tag und die zitierten Artikel, { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang.
privacy-limits = **Wie oft du fragst**, wird im Arbeitsspeicher gezählt, höchstens { $time } lang. Aufgeschrieben wird es nie.
privacy-work = **Arbeit an den Artikeln**, die du anstößt, ist mit deiner ID vermerkt, bis sie fertig ist, und { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang, wenn sie scheitert.
privacy-model = { $where ->
    [nobody] **Niemand sonst** bekommt deine Frage: Antworten entstehen auf der Maschine, auf der ich laufe.
    [here] **Ein Sprachmodell** auf der Maschine, auf der ich laufe, formuliert die Antworten; es bekommt deine Frage, was du kurz davor gefragt hast, und Textstellen aus Artikeln.
   *[elsewhere] **Ein Sprachmodell** bei { $host } formuliert die Antworten; deine Frage, was du kurz davor gefragt hast, und Textstellen aus Artikeln werden dorthin geschickt.
}
privacy-embeddings = Deine Frage geht an { $host }; dort wird sie in die Zahlen verwandelt, mit denen gesucht wird.
privacy-log = **Das Protokoll auf der Maschine** nennt deine ID, wo etwas scheiterte, abgelehnt wurde oder die Artikel änderte; nie, was du geschrieben hast.
privacy-do = `/{ discord-privacy.name } { discord-privacy-export.name }` gibt dir alles davon als Datei, `/{ discord-privacy.name } { discord-privacy-forget.name }` löscht es.
privacy-export-done = { $count ->
    [0] Über dich ist nichts gespeichert. Die Datei sagt das.
    [one] Über dich ist ein Eintrag gespeichert; die Datei enthält ihn.
   *[other] Über dich sind { $count } Einträge gespeichert; die Datei enthält sie.
} Nur du kannst das sehen.
privacy-forget-ask = { $count ->
    [one] Ein Eintrag, der über dich gespeichert ist, wird gelöscht
   *[other] { $count } Einträge, die über dich gespeichert sind, werden gelöscht
} und lassen sich nicht zurückholen. Die Knöpfe unter deinen Antworten sagen dann, dass diese nicht mehr gespeichert sind.
privacy-forget-yes = Alles löschen
privacy-forget-no = Behalten
privacy-forget-kept = Alles bleibt, wie es war.
privacy-forget-nothing = Über dich ist nichts gespeichert, also gibt es nichts zu löschen.
privacy-forget-done = { $count ->
    [one] Ein Eintrag wurde gelöscht,
   *[other] { $count } Einträge wurden gelöscht,
} und in meinen Dateien ist keine Spur deiner ID übrig.
privacy-forget-remains = Was ich nicht löschen kann: Nachrichten in Discord, etwa meine Antworten (bis jetzt hatte jede einen Knopf zum Löschen, danach kann die Moderation sie löschen) und Zeilen in Protokollkanälen, die dich nennen; Protokoll und Sicherungen bei denen, die mich betreiben. Was du von jetzt an fragst, wird behandelt wie zuvor.
privacy-forget-unclean = Alles über dich wurde gelöscht. Die Datei konnte gerade nicht überschrieben werden, daher können noch einige Stunden lang Spuren darin sein; es wird von selbst noch einmal versucht.
limit-forgetting = Du hast dich innerhalb { $per } { $most }-mal vergessen lassen. In { $wait } geht es wieder ({ $moment }).
