### Discord: sources

sources-title = Artículos
sources-title-search = Artículos con «{ $search }»
sources-count = { $total ->
    [one] Un artículo
   *[other] { $total } artículos
} · el más reciente: { $newest } · publicado { $published }
sources-line = - { $article }
sources-none = Todavía no hay artículos. Un admin puede poner algunos en la carpeta de artículos y usar `/{ discord-articles.name } { discord-articles-reindex.name }`.
sources-none-found = Ningún artículo tiene «{ $search }» en el título, el medio o el nombre del archivo.
sources-page = Página { $page } de { $pages }
sources-unknown = No hay ningún artículo llamado «{ $title }». Empieza a escribir en `/{ discord-sources.name } { discord-sources-show.name }` y elige uno de la lista.
sources-passage-page = Pasaje { $page } de { $pages }
sources-no-passages = Este artículo no tiene pasajes.
sources-field-publisher = Medio
sources-field-authors = Autoría
sources-field-published = Publicado
sources-field-modified = Cambiado
sources-field-section = Sección
sources-field-from = Procede de
sources-field-kind = Tipo
sources-field-versions = Versiones
sources-version = { $change ->
    [added] { $day }: indexado
    [removed] { $day }: quitado
   *[changed] { $day }: { $what }
}
sources-version-text = párrafos nuevos: { $added }, quitados: { $removed }
sources-version-other = cambios
sources-version-field = { $field ->
    [title] cambió el título
    [publisher] cambió el medio
    [authors] cambió la autoría
    [published] cambió la fecha
    [url] cambió la dirección
    [language] cambió el idioma
   *[section] cambió la sección
}
sources-kind-brief = un resumen de ese artículo, no su propio texto
sources-unknown-value = desconocido
sources-search-too-long = Por favor, busca con { $limit } caracteres como mucho.
