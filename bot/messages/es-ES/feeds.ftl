### Discord: the admin's side, feeds

feeds-title = { $count ->
    [one] Un feed
   *[other] { $count } feeds
}
feeds-title-none = Ningún feed
feeds-none = Ningún feed trae artículos nuevos todavía. `/{ discord-feeds.name } { discord-feeds-add.name }` añade uno por su dirección, o por la de su sitio.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Último éxito: { $last } · { $articles ->
    [one] un artículo
   *[other] { $articles } artículos
} · próximo: { $next }
feeds-never = nunca
feeds-next-paused = cuando se reanude
feeds-error = { $failures ->
    [0] **Último error:** { $error }
    [one] **Último error:** { $error }
   *[other] **Último error, { $failures } veces seguidas:** { $error }
}
feeds-paused = **En pausa** por { $by }
feeds-more = … y { $count } más
feeds-round = { $name }: nuevos: { $new }, cambiados: { $changed }
feeds-round-nothing = { $name }: nada nuevo
feeds-round-failed = No se pudo obtener { $name }: { $error }
feeds-round-paused = { $name } queda en pausa desde ahora: { $error } Sus artículos se quedan.
feeds-known = { $name } ya se había añadido.
feeds-known-paused = { $name } ya se había añadido y está en pausa; con `/{ discord-feeds.name } { discord-feeds-resume.name }` se vuelve a consultar.
feeds-waiting = En las próximas rondas llegan más: { $count }.
feeds-passed-over = Entradas anteriores que ya estaban y se dejan fuera: { $count }.
feeds-problems = **No se pudo obtener:** { $count }
feeds-published = Publicado como { $generation }.
feeds-none-asked = No había ningún feed que consultar.
feeds-added-title = Feeds añadidos
feeds-not-added-title = No se añadió ningún feed
feeds-refreshed-title = Se ha preguntado a los feeds por novedades
feeds-summary = { $feeds ->
    [one] un feed
   *[other] { $feeds } feeds
}; nuevos: { $new }, cambiados: { $changed }, fallidos: { $failed }
feeds-add-what = Da las direcciones de los feeds, separadas por espacios: al menos una, y como mucho { $limit } a la vez.
feeds-unknown = No hay ningún feed { $feed }. Elige una de las sugerencias; `/{ discord-feeds.name } { discord-feeds-list.name }` los muestra todos.
feeds-pause-done = En pausa: { $name }. Sus artículos se quedan.
feeds-resume-done = Se vuelve a consultar desde ahora: { $name }
feeds-audit = { $who }: { $result }
feeds-remove-ask = ¿Quitar el feed { $name }? Ya no traerá nada nuevo; sus artículos se quedan.
feeds-remove-ask-all = ¿Quitar el feed { $name } y sus artículos ({ $articles })? Después ninguna respuesta los citará. Sus archivos se apartan, no se borran.
feeds-remove-confirm = Quitar
feeds-removed-title = Quitado
feeds-removed = Se ha quitado el feed { $name }. Sus artículos se quedan.
feeds-removed-with-articles = Se ha quitado el feed { $name }, y con él { $articles ->
    [one] su artículo
   *[other] sus { $articles } artículos
}.
