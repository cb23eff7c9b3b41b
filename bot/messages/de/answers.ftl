### Discord: answers

answer-quote = „{ $text }“{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = Bildunterschrift: { $article }
answer-under = unter { $headings }
answer-article-brief = Kurzfassung von: { $title }, { $publisher }
answer-article-brief-only = Kurzfassung von: { $title }
answer-authors-more = { $count ->
    [one] { $names } und eine weitere Person
   *[other] { $names } und { $count } weitere
}
answer-copies = auch in: { $names }
answer-date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
answer-date-unknown = Datum unbekannt
answer-newest = Neuester Artikel hinter dieser Antwort: { $date }
answer-shortened = { $left_out ->
    [0] Gekürzt, damit es passt. Die Textstellen enthalten den ganzen Text.
    [one] Gekürzt, damit es passt: Eine weitere Aussage fehlt. Frag nach einer Einzelheit, um sie zu sehen.
   *[other] Gekürzt, damit es passt: { $left_out } weitere Aussagen fehlen. Frag nach einer Einzelheit, um sie zu sehen.
}
answer-understood = -# Verstanden als: { $question }
answer-understood-plain = Verstanden als: { $question }
answer-conflict = Die Artikel sind sich nicht einig: { $sides }.
answer-conflict-newest = { $words } ({ $date }, am neuesten)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = Zu diesem Teil habe ich in den Artikeln nichts gefunden: { $part }
answer-degraded = { $why ->
    [away] Das Sprachmodell ist gerade nicht erreichbar, darum kommt diese Antwort ohne es aus.
    [slow] Das Sprachmodell hat zu lange gebraucht, darum kommt diese Antwort ohne es aus.
    [budget] Die Tokens des Sprachmodells sind für heute aufgebraucht, darum kommt diese Antwort ohne es aus.
    [unusable] Das Sprachmodell hat nichts Brauchbares geantwortet, darum kommt diese Antwort ohne es aus.
    [unsupported] Was das Sprachmodell gesagt hat, steht so nicht in den Artikeln, darum kommt diese Antwort ohne es aus.
   *[cut_short] Das Sprachmodell hat abgebrochen: Was es bis dahin gesagt hat, stimmt, ist aber vielleicht nicht alles.
}
answer-growing = Es kommt noch mehr …
answer-nothing-found = Ich habe in den Artikeln nichts gefunden, was das beantwortet.
answer-period = { $shape ->
    [since] seit dem { $start }
    [until] bis zum { $end }
    [day] am { $start }
   *[between] vom { $start } bis zum { $end }
}
answer-period-only = Durchsucht wurden nur Artikel, die { $period } erschienen sind.
answer-period-preferred = { $open ->
    [yes] Bevorzugt wurden Artikel, die { $period } erschienen sind.
   *[no] Bevorzugt wurden Artikel, die { $period } oder kurz danach erschienen sind.
}
answer-period-set-aside = Du fragst nach Artikeln, die { $period } erschienen sind. Die Tage, die du eingestellt hast, schließen sie alle aus; ich habe mich an deine Tage gehalten.
answer-nothing-in-period = In den Artikeln, die { $period } erschienen sind, habe ich nichts gefunden, was das beantwortet.
answer-nothing-in-period-next = Frag ohne die Zeitangabe, dann werden alle Artikel durchsucht.
answer-nearest = Am nächsten kommen diese Artikel:
answer-nearest-line = - { $article }
answer-not-a-question = Hier gibt es nichts zu suchen. Stell eine Frage in ein paar Worten, zum Beispiel: Was hat das neue Licht am Hafen gekostet?
answer-too-long = Das sind { $length } Zeichen, zu viel für eine Frage. Frag bitte in ein, zwei Sätzen.
answer-no-articles = Zu dem, was du eingestellt hast ({ $filters }), passt kein Artikel. Fass es weiter oder lass es weg; `/{ discord-sources.name } { discord-sources-list.name }` zeigt, was es gibt.
answer-filter-publisher = Herausgeber: { $names }
answer-filter-since = ab { $date }
answer-filter-until = bis { $date }
answer-filter-none = kein Filter
answer-passages-button = Textstellen
answer-passage-standing = { $standing ->
    [removed] ⚠️ Dieser Artikel wurde seit dieser Antwort aus dem Index genommen; sein Text wird nicht mehr gezeigt.
    [quote-gone] ⚠️ Dieser Artikel hat sich seit dieser Antwort geändert: Die zitierten Worte stehen nicht mehr darin. Unten siehst du ihn, wie er damals war.
   *[changed] ⚠️ Dieser Artikel hat sich seit dieser Antwort geändert. Die zitierten Worte stehen noch darin; unten siehst du ihn, wie er damals war.
}
answer-passages-gone = Die Textstellen dieser Antwort werden nicht mehr aufbewahrt. Stell die Frage noch einmal, um sie zu sehen.
answer-passages-not-yours = Diese Antwort ist privat: Nur wer gefragt hat, kann ihre Textstellen öffnen.
answer-passage-title = Textstelle { $page } von { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Unter: { $heading }
