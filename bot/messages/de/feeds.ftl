### Discord: the admin's side, feeds

feeds-title = { $count ->
    [one] Ein Feed
   *[other] { $count } Feeds
}
feeds-title-none = Keine Feeds
feeds-none = Noch bringt kein Feed neue Artikel. `/{ discord-feeds.name } { discord-feeds-add.name }` nimmt einen auf, über seine Adresse oder die seiner Website.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Letzter Erfolg { $last } · { $articles ->
    [one] ein Artikel
   *[other] { $articles } Artikel
} · nächstes Mal { $next }
feeds-never = nie
feeds-next-paused = erst, wenn er fortgesetzt wird
feeds-error = { $failures ->
    [0] **Letzter Fehler:** { $error }
    [one] **Letzter Fehler:** { $error }
   *[other] **Letzter Fehler, { $failures }-mal in Folge:** { $error }
}
feeds-paused = **Angehalten** von { $by }
feeds-more = … und { $count } mehr
feeds-round = { $name }: { $new } neu, { $changed } geändert
feeds-round-nothing = { $name }: nichts Neues
feeds-round-failed = { $name } war nicht zu bekommen: { $error }
feeds-round-paused = { $name } ist ab jetzt angehalten: { $error } Seine Artikel bleiben.
feeds-known = { $name } wurde schon früher hinzugefügt.
feeds-known-paused = { $name } wurde schon früher hinzugefügt und ist angehalten; mit `/{ discord-feeds.name } { discord-feeds-resume.name }` wird er wieder gefragt.
feeds-waiting = Mit den nächsten Runden kommen weitere: { $count }.
feeds-passed-over = Ältere Einträge, die schon da waren und ausgelassen werden: { $count }.
feeds-problems = **Nicht zu bekommen:** { $count }
feeds-published = Veröffentlicht als { $generation }.
feeds-none-asked = Es gab keinen Feed zu fragen.
feeds-added-title = Feeds hinzugefügt
feeds-not-added-title = Kein Feed wurde hinzugefügt
feeds-refreshed-title = Die Feeds wurden nach Neuem gefragt
feeds-summary = { $feeds ->
    [one] ein Feed
   *[other] { $feeds } Feeds
}: { $new } neu, { $changed } geändert, { $failed } fehlgeschlagen
feeds-add-what = Gib die Adressen von Feeds an, mit Leerzeichen dazwischen: mindestens eine und höchstens { $limit } auf einmal.
feeds-unknown = Einen Feed { $feed } gibt es nicht. Wähl einen der Vorschläge; `/{ discord-feeds.name } { discord-feeds-list.name }` zeigt alle.
feeds-pause-done = Angehalten: { $name }. Seine Artikel bleiben.
feeds-resume-done = Wird ab jetzt wieder gefragt: { $name }
feeds-audit = { $who }: { $result }
feeds-remove-ask = Den Feed { $name } entfernen? Er bringt dann nichts Neues mehr; seine Artikel bleiben.
feeds-remove-ask-all = Den Feed { $name } und seine Artikel ({ $articles }) entfernen? Danach zitiert sie keine Antwort mehr. Ihre Dateien werden beiseitegelegt, nicht gelöscht.
feeds-remove-confirm = Entfernen
feeds-removed-title = Entfernt
feeds-removed = Der Feed { $name } ist entfernt. Seine Artikel bleiben.
feeds-removed-with-articles = Der Feed { $name } ist entfernt, und mit ihm { $articles ->
    [one] sein Artikel
   *[other] seine { $articles } Artikel
}.
