### Discord: die Einstellungen eines Servers

discord-settings = Was ich auf diesem Server tue: wo und wie ich antworte, wer sich um mich kümmert (für Admins)
    .name = einstellungen
settings-filter-without = auf diesem Server ausgenommen: { $names }
settings-title = Einstellungen dieses Servers
settings-intro = Was du hier einstellst, gilt sofort und nur auf diesem Server.
settings-choose = Was möchtest du ändern?
settings-back = Alle Einstellungen
settings-line = **{ $field }:** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = So war es schon.
settings-change = { $field }: { $before } → { $after }
settings-audit = { $who } hat die Einstellungen geändert.
    { $changes }
settings-topic = { $topic ->
    [where] Wo ich antworte
    [how] Wie ich antworte
    [who] Wer sich um mich kümmert
    [articles] Artikel
    [language] Sprache
   *[backup] Sicherung
}
settings-hint = { $topic ->
    [where] Kanäle mit Antworten, ohne Antworten, oder ganz ohne Erwähnung
    [how] Kurz oder ganz, privat oder für alle, in Threads
    [who] Adminrollen, Protokollkanal, an wen man sich wendet, Fragenprotokoll
    [articles] Herausgeber, die gelten oder nicht
    [language] Eine Sprache für alle, oder die eigene jeder Person
   *[backup] Alles als Datei, aus einer Datei, oder wie am Anfang
}
settings-about = { $topic ->
    [where] Eine Kategorie steht für alle ihre Kanäle, ein Kanal oder Forum für seine Threads. Wo ich schweige, antworte ich niemandem, auch wenn der Kanal sonst gewählt ist.
    [how] Für die Antworten auf diesem Server. Bei `/{ discord-ask.name }` kann jede Person selbst wählen, ob andere die Antwort sehen.
    [who] Adminrollen dürfen `/{ discord-settings.name }` benutzen, und die Befehle für die Artikel, wo sie den Admins dieses Servers erlaubt sind; nur wer den Server verwalten darf, wählt sie aus. Wo ich nichts finde, nenne ich die Rolle oder den Kanal, an die man sich wenden kann, und pinge niemanden an.
    [articles] Antworten, Vorschläge und `/{ discord-sources.name }` halten sich auf diesem Server an diese Herausgeber. Wer auf beiden Listen steht, ist ausgenommen.
    [language] Für das, was alle in einem Kanal sehen. Was nur eine Person sieht, steht in ihrer Sprache, und ein Zitat bleibt, wie es geschrieben wurde.
   *[backup] Eine Datei enthält alle Einstellungen dieses Servers. Wird eine eingelesen, zeige ich zuerst, was sie ändern würde.
}
settings-field = { $field ->
    [answer_in] Antworten nur in
    [silent_in] Still in
    [every_question_in] Jede Frage beantwortet in
    [style] Stil
    [private] Antworten auf /{ discord-ask.name }
    [threads] Antworten auf Erwähnungen
    [admin_roles] Adminrollen
    [audit_channel] Protokollkanal
    [escalation_role] Rolle für Rückfragen
    [escalation_channel] Kanal für Rückfragen
    [log_questions] Fragenprotokoll
    [publishers_only] Nur diese Herausgeber
    [publishers_never] Nie diese Herausgeber
   *[language] Sprache
}
settings-empty = { $field ->
    [answer_in] überall
    [silent_in] nirgends
    [every_question_in] nirgends
    [admin_roles] keine, nur wer den Server verwalten darf
    [publishers_only] alle
   *[rest] keine
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] nur für die fragende Person, wenn sie nichts anderes sagt
       *[no] für alle, wenn die fragende Person nichts anderes sagt
    }
    [threads] { $on ->
        [yes] in einem Thread, der wie die Frage heißt
       *[no] im Kanal
    }
   *[log_questions] { $on ->
        [yes] an
       *[no] aus
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Privat antworten: an
       *[no] Privat antworten: aus
    }
    [threads] { $on ->
        [yes] Antworten in Threads: an
       *[no] Antworten in Threads: aus
    }
   *[log_questions] { $on ->
        [yes] Fragenprotokoll: an
       *[no] Fragenprotokoll: aus
    }
}
settings-style = { $style ->
    [full] ganze Antworten
    [short] kurze Antworten
   *[quotes] nur Zitate
}
settings-style-hint = { $style ->
    [full] Alles, was die Artikel zur Frage sagen
    [short] Die erste Aussage, und was sie braucht
   *[quotes] Wörtlich aus den Artikeln, nichts umformuliert
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] die eigene jeder Person
}
settings-pick = { $field ->
    [answer_in] Nur antworten in … (nichts gewählt: überall)
    [silent_in] Still sein in … (nichts gewählt: nirgends)
    [every_question_in] Jede Frage beantworten in … (nichts gewählt: nirgends)
    [admin_roles] Adminrollen
    [audit_channel] Protokollkanal: eine Zeile für jede Änderung
    [escalation_role] Rolle, die ich nenne, wo ich nichts finde
    [escalation_channel] Kanal, den ich nenne, wo ich nichts finde
    [publishers_only] Nur diese Herausgeber (nichts gewählt: alle)
   *[publishers_never] Nie diese Herausgeber
}
settings-write = { $field ->
    [publishers_only] Nur diese Herausgeber …
   *[publishers_never] Nie diese Herausgeber …
}
settings-names = Herausgeber
settings-names-hint = Einer je Zeile, wie /{ discord-sources.name } { discord-sources-list.name } sie nennt; leer für keinen
settings-too-many-names = Eine Liste fasst höchstens { $limit } Herausgeber. Nenne die, die weniger sind: die erlaubten oder die ausgenommenen.
settings-and-more = { $names } + { $count }
settings-gone-channel = *gelöschter Kanal*
settings-gone-role = *gelöschte Rolle*
settings-gone = { $kind ->
    [role] { $field }: Eine gewählte Rolle ist inzwischen gelöscht. Wähle neu, um sie von der Liste zu nehmen.
   *[channel] { $field }: Ein gewählter Kanal ist inzwischen gelöscht. Wähle neu, um ihn von der Liste zu nehmen.
}
settings-missing = In { $channel } fehlt mir: { $permissions }. Gib meiner Rolle dort diese Berechtigung, oder wähle einen anderen Kanal.
settings-permission = { $name ->
    [view_channel] Kanäle ansehen
    [send_messages] Nachrichten senden
    [embed_links] Links einbetten
    [read_message_history] Nachrichtenverlauf anzeigen
    [create_public_threads] Öffentliche Threads erstellen
   *[send_messages_in_threads] Nachrichten in Threads senden
}
settings-both = In { $channels } bleibe ich still, obwohl dort auch geantwortet werden soll.
settings-titles-only = Wer mich betreibt, lässt mich keine Nachrichten lesen, die mich nicht erwähnen. In den Kanälen, in denen jede Frage beantwortet werden soll, sehe ich deshalb nur die Titel von Forenbeiträgen; anderswo antworte ich auf eine Erwähnung.
settings-not-everyone = @everyone lässt sich hier nicht wählen: Das wären alle Mitglieder.
settings-no-such-channel = Diesen Kanal gibt es nicht mehr. Wähle einen anderen.
settings-no-such-role = Diese Rolle gibt es nicht mehr. Wähle eine andere.
settings-out-of-date = Diese Übersicht ist veraltet. Öffne mit `/{ discord-settings.name }` eine neue.
settings-reset = { $all ->
    [yes] Alles zurücksetzen
   *[no] Diese zurücksetzen
}
settings-reset-ask = So wäre es danach:
settings-reset-confirm = Ja, zurücksetzen
settings-reset-nothing = Hier gibt es nichts zurückzusetzen: Alles ist wie am Anfang.
settings-log-notice = { $who } hat das Fragenprotokoll dieses Servers eingeschaltet: Ab jetzt werden die Fragen aufbewahrt, die mir hier gestellt werden, damit die Admins sehen, worauf die Artikel nicht antworten. `/{ discord-privacy.name }` sagt, was aufbewahrt wird und wie lange, und nimmt es zurück.
settings-log-untold = Das Fragenprotokoll bleibt aus: Alle müssen davon erfahren, und in diesem Kanal darf ich nicht schreiben. Öffne `/{ discord-settings.name }` in einem Kanal, in dem ich es darf.
settings-export = Als Datei sichern
settings-import = Aus einer Datei einlesen
settings-exported = Die Datei enthält alle Einstellungen dieses Servers. Kanäle und Rollen gehen nach ihren IDs; die Namen daneben sind für dich.
settings-import-form-modal = Aus einer Datei einlesen
settings-import-label = Datei
settings-import-hint = Wie „Als Datei sichern“ sie gegeben hat
settings-import-too-large = Die Datei hat mehr als { $kilobytes } kB, und so groß sind keine Einstellungen. Nichts wurde geändert.
settings-import-unreadable = { $why ->
    [json] Das ist keine JSON-Datei, also wurde nichts geändert. Ich lese, was „Als Datei sichern“ gibt.
    [format] Das ist keine Datei mit Einstellungen, oder eine von einer neueren Version von mir, also wurde nichts geändert. Ich lese, was „Als Datei sichern“ gibt.
   *[field] Was die Datei unter „{ $where }“ sagt, kann ich nicht verwenden, also wurde nichts geändert. Ich lese, was „Als Datei sichern“ gibt.
}
settings-import-not-fetched = Discord hat mir die Datei nicht gegeben. Bitte versuche es noch einmal.
settings-import-ask = Das würde sich ändern:
settings-import-nothing = Alles in der Datei ist schon so eingestellt.
settings-import-left-out = Bei { $field } ausgelassen, weil es auf diesem Server keinen solchen Kanal und keine solche Rolle gibt: { $names }
settings-import-unindexed = Von diesen Herausgebern ist gerade kein Artikel da; auf der Liste bleiben sie: { $names }
settings-import-confirm = Ja, so einstellen
settings-none-let-in = Kein Artikel ist von einem Herausgeber, den die Admins dieses Servers zulassen.
settings-publisher-out = Die Admins dieses Servers haben „{ $name }“ ausgenommen. Frag ohne diese Angabe.
settings-help = **Richte mich ein** mit `/{ discord-settings.name }`: wo und wie ich auf diesem Server antworte, wer sich um mich kümmert, Herausgeber, Sprache.
settings-unreadable = Was die Admins der Server festgelegt haben, lässt sich nicht lesen; deshalb wird auf keinem Server eine Frage beantwortet. Warum, steht im Log; es wird von selbst wieder danach gesehen.
settings-readable-again = Was die Admins der Server festgelegt haben, lässt sich wieder lesen; Fragen werden beantwortet.
