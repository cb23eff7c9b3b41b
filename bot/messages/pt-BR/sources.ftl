### Discord: sources

sources-title = Artigos
sources-title-search = Artigos com “{ $search }”
sources-count = { $total ->
    [one] { $total } artigo
   *[other] { $total } artigos
} · mais recente: { $newest } · publicado { $published }
sources-line = - { $article }
sources-none = Ainda não há artigos. Um admin pode colocar alguns na pasta de artigos e usar `/{ discord-articles.name } { discord-articles-reindex.name }`.
sources-none-found = Nenhum artigo tem “{ $search }” no título, no veículo ou no nome do arquivo.
sources-page = Página { $page } de { $pages }
sources-unknown = Não existe artigo chamado “{ $title }”. Comece a digitar em `/{ discord-sources.name } { discord-sources-show.name }` e escolha um da lista.
sources-passage-page = Trecho { $page } de { $pages }
sources-no-passages = Este artigo não tem trechos.
sources-field-publisher = Veículo
sources-field-authors = Autoria
sources-field-published = Publicado
sources-field-modified = Alterado
sources-field-section = Seção
sources-field-from = Origem
sources-field-kind = Tipo
sources-field-versions = Versões
sources-version = { $change ->
    [added] { $day }: indexado
    [removed] { $day }: removido
   *[changed] { $day }: { $what }
}
sources-version-text = parágrafos novos: { $added }, retirados: { $removed }
sources-version-other = alterado
sources-version-field = { $field ->
    [title] título alterado
    [publisher] veículo alterado
    [authors] autoria alterada
    [published] data alterada
    [url] endereço alterado
    [language] idioma alterado
   *[section] seção alterada
}
sources-kind-brief = um resumo desse artigo, não o próprio texto dele
sources-unknown-value = desconhecido
sources-search-too-long = Busque por no máximo { $limit } caracteres, por favor.
