### Discord: the admin's side, feeds

feeds-title = { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
}
feeds-title-none = Nenhum feed
feeds-none = Nenhum feed traz artigos novos ainda. `/{ discord-feeds.name } { discord-feeds-add.name }` adiciona um pelo endereço, ou pelo endereço do site dele.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Último sucesso: { $last } · { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
} · próximo: { $next }
feeds-never = nunca
feeds-next-paused = quando for retomado
feeds-error = { $failures ->
    [0] **Último erro:** { $error }
    [1] **Último erro:** { $error }
    [one] **Último erro, { $failures } vez:** { $error }
   *[other] **Último erro, { $failures } vezes seguidas:** { $error }
}
feeds-paused = **Pausado** por { $by }
feeds-more = … e mais { $count }
feeds-round = { $name }: novos: { $new }, alterados: { $changed }
feeds-round-nothing = { $name }: nada de novo
feeds-round-failed = Não foi possível obter { $name }: { $error }
feeds-round-paused = { $name } está pausado a partir de agora: { $error } Os artigos dele ficam.
feeds-known = { $name } já tinha sido adicionado.
feeds-known-paused = { $name } já tinha sido adicionado e está pausado; com `/{ discord-feeds.name } { discord-feeds-resume.name }` ele volta a ser consultado.
feeds-waiting = Mais nas próximas rodadas: { $count }.
feeds-passed-over = Itens mais antigos que já estavam lá e ficam de fora: { $count }.
feeds-problems = **Não foi possível obter:** { $count }
feeds-published = Publicado como { $generation }.
feeds-none-asked = Não havia nenhum feed para consultar.
feeds-added-title = Feeds adicionados
feeds-not-added-title = Nenhum feed foi adicionado
feeds-refreshed-title = Os feeds foram consultados
feeds-summary = { $feeds ->
    [one] { $feeds } feed
   *[other] { $feeds } feeds
}; novos: { $new }, alterados: { $changed }, com falha: { $failed }
feeds-add-what = Informe os endereços dos feeds, separados por espaços: pelo menos um, e no máximo { $limit } de uma vez.
feeds-unknown = Não existe feed { $feed }. Escolha uma das sugestões; `/{ discord-feeds.name } { discord-feeds-list.name }` mostra todos.
feeds-pause-done = Pausado: { $name }. Os artigos dele ficam.
feeds-resume-done = Volta a ser consultado a partir de agora: { $name }
feeds-audit = { $who }: { $result }
feeds-remove-ask = Remover o feed { $name }? Ele não traz mais nada de novo; os artigos dele ficam.
feeds-remove-ask-all = Remover o feed { $name } e os artigos dele ({ $articles })? Depois disso nenhuma resposta os cita. Os arquivos são guardados à parte, não apagados.
feeds-remove-confirm = Remover
feeds-removed-title = Removido
feeds-removed = O feed { $name } foi removido. Os artigos dele ficam.
feeds-removed-with-articles = O feed { $name } foi removido, e com ele { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
}.
