### Discord: sources

sources-title = Artikel
sources-title-search = Artikel mit „{ $search }“
sources-count = { $total ->
    [one] Ein Artikel
   *[other] { $total } Artikel
} · neuester: { $newest } · veröffentlicht { $published }
sources-line = - { $article }
sources-none = Noch keine Artikel. Wer den Server verwaltet, kann welche in den Artikelordner legen und `/{ discord-articles.name } { discord-articles-reindex.name }` aufrufen.
sources-none-found = Kein Artikel hat „{ $search }“ im Titel, Herausgeber oder Dateinamen.
sources-page = Seite { $page } von { $pages }
sources-unknown = Einen Artikel namens „{ $title }“ gibt es nicht. Fang in `/{ discord-sources.name } { discord-sources-show.name }` an zu tippen und wähl einen aus der Liste.
sources-passage-page = Textstelle { $page } von { $pages }
sources-no-passages = Dieser Artikel hat keine Textstellen.
sources-field-publisher = Herausgeber
sources-field-authors = Verfasst von
sources-field-published = Erschienen
sources-field-modified = Geändert
sources-field-section = Ressort
sources-field-from = Stammt aus
sources-field-kind = Art
sources-field-versions = Fassungen
sources-version = { $change ->
    [added] { $day }: aufgenommen
    [removed] { $day }: entfernt
   *[changed] { $day }: { $what }
}
sources-version-text = Absätze: { $added } neu, { $removed } weg
sources-version-other = geändert
sources-version-field = { $field ->
    [title] Titel geändert
    [publisher] Herausgeber geändert
    [authors] Verfasserangabe geändert
    [published] Datum geändert
    [url] Adresse geändert
    [language] Sprache geändert
   *[section] Ressort geändert
}
sources-kind-brief = eine Kurzfassung jenes Artikels, nicht sein eigener Text
sources-unknown-value = unbekannt
sources-search-too-long = Bitte such nach höchstens { $limit } Zeichen.
