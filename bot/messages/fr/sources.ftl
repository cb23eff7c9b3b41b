### Discord: sources

sources-title = Articles
sources-title-search = Articles avec « { $search } »
sources-count = { $total ->
    [one] { $total } article
   *[other] { $total } articles
} · le plus récent : { $newest } · publié { $published }
sources-line = - { $article }
sources-none = Pas encore d’articles. Un admin peut en mettre dans le dossier des articles et lancer `/{ discord-articles.name } { discord-articles-reindex.name }`.
sources-none-found = Aucun article n’a « { $search } » dans son titre, son éditeur ou le nom de son fichier.
sources-page = Page { $page } sur { $pages }
sources-unknown = Il n’y a pas d’article intitulé « { $title } ». Commence à taper dans `/{ discord-sources.name } { discord-sources-show.name }` et choisis-en un dans la liste.
sources-passage-page = Passage { $page } sur { $pages }
sources-no-passages = Cet article n’a pas de passages.
sources-field-publisher = Éditeur
sources-field-authors = Signé
sources-field-published = Publié
sources-field-modified = Modifié
sources-field-section = Rubrique
sources-field-from = Provenance
sources-field-kind = Genre
sources-field-versions = Versions
sources-version = { $change ->
    [added] { $day } : indexé
    [removed] { $day } : retiré
   *[changed] { $day } : { $what }
}
sources-version-text = paragraphes ajoutés : { $added }, enlevés : { $removed }
sources-version-other = modifié
sources-version-field = { $field ->
    [title] titre modifié
    [publisher] éditeur modifié
    [authors] signature modifiée
    [published] date modifiée
    [url] adresse modifiée
    [language] langue modifiée
   *[section] rubrique modifiée
}
sources-kind-brief = un résumé de cet article, pas son propre texte
sources-unknown-value = inconnu
sources-search-too-long = Cherche au plus { $limit } caractères, s’il te plaît.
