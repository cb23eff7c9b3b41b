### Discord: the admin's side, articles

articles-by = ein Admin auf Discord
articles-by-itself = { $kind ->
    [feeds] der Zeitplan der Feeds
   *[watch] die Aufsicht über den Artikelordner
}
articles-stage = { $stage ->
    [fetching] Die Seiten werden geholt
    [reading] Die Artikel werden gelesen
    [chunking] Sie werden in Textstellen geteilt
    [embedding] Vektoren werden berechnet
    [writing] Der Index wird geschrieben
    [checking] Der Index wird geprüft
   *[publishing] Der Index wird veröffentlicht
}
articles-progress-title = { $kind ->
    [check] Der Artikelordner wird geprüft
    [add] Artikel werden hinzugefügt
    [remove] Artikel werden entfernt
    [refresh] Die Seiten werden nach Änderungen gefragt
    [rollback] Der vorige Index wird zurückgeholt
    [feeds] Die Feeds werden gelesen
   *[reindex] Der Index wird neu gebaut
}
articles-kind = { $kind ->
    [check] Prüfung
    [add] Hinzufügen
    [remove] Entfernen
    [refresh] Abgleich der Seiten
    [rollback] Zurückholen des vorigen Index
    [feeds] Arbeit an den Feeds
   *[reindex] Neubau des Index
}
articles-add-what = Gib mindestens einen Link oder eine Datei an. Mehrere Links kommen in dasselbe Feld, mit Leerzeichen dazwischen.
articles-add-too-many = Bitte gib höchstens { $limit } Links auf einmal an.
articles-add-too-large = Diese Dateien sind zu groß: höchstens { $megabytes } MB zusammen. Wer den Bot betreibt, kann größere in den Artikelordner legen.
articles-add-not-fetched = konnte nicht von Discord geholt werden. Häng die Datei noch einmal an.
articles-add-title = Hinzugefügt
articles-add-nothing-title = Nichts konnte hinzugefügt werden
articles-refresh-title = Die Seiten wurden nach Änderungen gefragt
articles-remove-title = Entfernt
articles-remove-nothing-title = Nichts wurde entfernt
articles-sources-added = **Aufgenommen:** { $count }
articles-sources-failed = **Nicht erledigt:** { $count }
articles-sources-removed = **Herausgenommen:** { $count }
articles-pages-changed = **Geänderte Seiten:** { $count }
articles-pages-unchanged = Unveränderte Seiten: { $count }
articles-pages-gone = **Von ihren Websites verschwunden:** { $count }. Ihre Artikel bleiben, bis jemand sie entfernt.
articles-source = { $outcome ->
    [added] - { $name }{ $articles ->
        [one] {""}
       *[other] {" "}({ $articles } Artikel)
    }
    [changed] - { $name }: seit dem Hinzufügen geändert
    [unchanged] - { $name }: war schon da
   *[removed] - { $name }: wurde früher entfernt und bleibt es
}
articles-source-moved = - { $name } (beiseitegelegt, in den Datenordner)
articles-remove-ask = Diesen Artikel entfernen? Danach zitiert ihn keine Antwort mehr. Seine Datei wird beiseitegelegt, nicht gelöscht.

    { $article }
articles-remove-confirm = Entfernen
articles-cancel = Abbrechen
articles-cancel-too-late = Diese Arbeit ist schon zu Ende.
articles-cancelled-title = Abgebrochen: { $what }
articles-cancelled = Beendet von { $by }. Was vorher veröffentlicht war, antwortet weiter; der nächste Bau übernimmt, was schon getan war.
articles-cancelled-summary = abgebrochen
articles-failed-summary = fehlgeschlagen: { $error }
articles-audit = { $who }: { $what }, { $result }
articles-summary = hinzugefügt: { $added }, geändert: { $changed }, entfernt: { $removed }, nicht lesbar: { $problems }
articles-summary-nothing = nichts hatte sich geändert
articles-summary-rollback = Antworten kommen wieder aus { $generation }
articles-interrupted = Unterbrochen, weil der Bot angehalten hat: { $what }, von dir { $since } gestartet. { $became }
articles-interrupted-published = Das Ergebnis war da schon veröffentlicht, und die Antworten kommen daraus.
articles-interrupted-lost = Nichts davon wurde veröffentlicht; was vorher veröffentlicht war, antwortet weiter. Starte es wieder, wenn du magst: Was schon getan war, wird übernommen.
articles-progress-start = Es geht los …
articles-waiting-for = Wartet noch, denn { $by } arbeitet an den Artikeln, gestartet { $since }. Danach geht es von selbst weiter.
articles-waiting = Wartet noch, denn an den Artikeln wird gerade gearbeitet. Danach geht es von selbst weiter.
articles-progress-count = { $done } von { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/s
articles-progress-left = noch etwa { $time }
articles-time-seconds = { $count } s
articles-time-minutes = { $count } min
articles-done-title = Neu gebaut
articles-unchanged-title = Nichts neu zu bauen
articles-check-title = Was ein Neubau tun würde
articles-nothing-changed = Der Artikelordner ist, wie er war; nichts wurde veröffentlicht, und nichts musste es werden.
articles-check-nothing = Nichts: Der Artikelordner ist, wie er war.
articles-added = **Hinzugefügt:** { $count }
articles-changed = **Geändert:** { $count }
articles-removed = **Entfernt:** { $count }
articles-unchanged = Unverändert: { $count }
articles-copies = { $count ->
    [one] Ein Artikel hat denselben Text wie ein anderer und wurde mit ihm zusammengelegt
   *[other] { $count } Artikel haben denselben Text wie ein anderer und wurden mit ihm zusammengelegt
}
articles-problems = **Nicht lesbar:** { $count }
articles-item = - { $name }
articles-problem = - { $name }: { $reason }
articles-more = - und { $count } mehr
articles-published = Veröffentlicht als { $generation } nach { $time }; Textstellen neu berechnet: { $embedded }, übernommen: { $reused }.
articles-would-take = Die Prüfung hat { $time } gedauert.
articles-status-title = Der Index
articles-status-published = Veröffentlicht
articles-status-published-value = { $when } von { $by }
articles-status-articles = Artikel
articles-status-passages = Textstellen
articles-status-newest = Neuester Artikel
articles-status-model = Embedding-Modell
articles-status-size = Größe
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB
articles-status-generation = Generation
articles-status-running = **Läuft gerade:** { $what }, gestartet { $since } von { $by }
articles-status-waiting = **Wartet noch:** { $what }, gestartet { $since } von { $by }
articles-status-failure = **Fehlgeschlagen { $when }:** { $what } von { $by }: { $error }
articles-rollback-title = Zurückgeholt
articles-rollback-done = Antworten kommen wieder aus { $generation }. Ein Neubau veröffentlicht den Artikelordner, wie er jetzt ist.
articles-goes-on = Es geht weiter, aber Discord lässt mich diese Nachricht nur 15 Minuten lang ändern, und eine andere kann ich dir nicht schicken. `/{ discord-articles.name } { discord-articles-status.name }` zeigt, was veröffentlicht ist.
articles-goes-on-there = Discord lässt mich diese Nachricht nur 15 Minuten lang ändern, darum geht es hier weiter: { $link }
articles-finished-elsewhere = { $mention }, deine Arbeit an den Artikeln ist fertig. Eine Direktnachricht konnte ich dir nicht schicken; `/{ discord-articles.name } { discord-articles-status.name }` zeigt, was veröffentlicht ist.
articles-stopped = Der Bot wird gerade heruntergefahren, darum wurde das hier angehalten. Was vorher veröffentlicht war, antwortet weiter.
