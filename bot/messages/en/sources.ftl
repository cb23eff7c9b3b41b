### Discord: sources

sources-title = Articles
sources-title-search = Articles with “{ $search }”
sources-count = { $total ->
    [one] One article
   *[other] { $total } articles
} · newest: { $newest } · published { $published }
sources-line = - { $article }
sources-none = No articles yet. An admin can add some to the articles folder and run `/articles reindex`.
sources-none-found = No article has “{ $search }” in its title, publisher or file name.
sources-page = Page { $page } of { $pages }
sources-unknown = There is no article called “{ $title }”. Start typing in `/sources show` and pick one from the list.
sources-passage-page = Passage { $page } of { $pages }
sources-no-passages = This article has no passages.
sources-field-publisher = Publisher
sources-field-authors = Author
sources-field-published = Published
sources-field-modified = Changed
sources-field-section = Section
sources-field-from = From
sources-field-kind = Kind
sources-field-versions = Versions
sources-version = { $change ->
    [added] { $day }: indexed
    [removed] { $day }: removed
   *[changed] { $day }: { $what }
}
sources-version-text = paragraphs: { $added } new, { $removed } gone
sources-version-other = changed
sources-version-field = { $field ->
    [title] title changed
    [publisher] publisher changed
    [authors] authors changed
    [published] date changed
    [url] address changed
    [language] language changed
   *[section] section changed
}
sources-kind-brief = a brief of that article, not its own text
sources-unknown-value = unknown
sources-search-too-long = Please search for at most { $limit } characters.
