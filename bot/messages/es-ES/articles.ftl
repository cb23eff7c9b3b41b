### Discord: the admin's side, articles

articles-by = un admin en Discord
articles-by-itself = { $kind ->
    [feeds] el calendario de los feeds
   *[watch] la vigilancia de la carpeta de artículos
}
articles-stage = { $stage ->
    [fetching] Descargando las páginas
    [reading] Leyendo los artículos
    [chunking] Dividiéndolos en pasajes
    [embedding] Calculando vectores
    [writing] Escribiendo el índice
    [checking] Comprobando el índice
   *[publishing] Publicando
}
articles-progress-title = { $kind ->
    [check] Comprobando la carpeta de artículos
    [add] Añadiendo artículos
    [remove] Quitando artículos
    [refresh] Preguntando a las páginas si hay cambios
    [rollback] Volviendo al índice anterior
    [feeds] Leyendo los feeds
   *[reindex] Reindexando
}
articles-kind = { $kind ->
    [check] comprobación
    [add] adición
    [remove] retirada
    [refresh] actualización de las páginas
    [rollback] vuelta al índice anterior
    [feeds] trabajo con los feeds
   *[reindex] reindexación
}
articles-add-what = Da al menos un enlace o un archivo. Varios enlaces van en un mismo campo, separados por espacios.
articles-add-too-many = Por favor, da como mucho { $limit } enlaces a la vez.
articles-add-too-large = Estos archivos son demasiado grandes: como mucho { $megabytes } MB en total. Quien lleva el bot puede poner otros mayores en la carpeta de artículos.
articles-add-not-fetched = no se pudo descargar de Discord. Adjunta el archivo otra vez.
articles-add-title = Añadido
articles-add-nothing-title = No se pudo añadir nada
articles-refresh-title = Se ha preguntado a las páginas si hay cambios
articles-remove-title = Quitado
articles-remove-nothing-title = No se quitó nada
articles-sources-added = **Incorporado:** { $count }
articles-sources-failed = **Sin hacer:** { $count }
articles-sources-removed = **Retirado:** { $count }
articles-pages-changed = **Páginas con cambios:** { $count }
articles-pages-unchanged = Páginas sin cambios: { $count }
articles-pages-gone = **Desaparecidas de sus sitios:** { $count }. Sus artículos siguen hasta que alguien los quite.
articles-source = { $outcome ->
    [added] - { $name }{ $articles ->
        [one] {""}
       *[other] {" "}({ $articles } artículos)
    }
    [changed] - { $name }: ha cambiado desde que se añadió
    [unchanged] - { $name }: ya estaba
   *[removed] - { $name }: se quitó antes, y así sigue
}
articles-source-moved = - { $name } (apartado, a la carpeta de datos)
articles-remove-ask = ¿Quitar este artículo? Después ninguna respuesta lo citará. Su archivo se aparta, no se borra.

    { $article }
articles-remove-confirm = Quitar
articles-cancel = Cancelar
articles-cancel-too-late = Ese trabajo ya ha terminado.
articles-cancelled-title = Cancelado: { $what }
articles-cancelled = Lo detuvo { $by }. Lo que se había publicado antes sigue respondiendo; la próxima construcción aprovecha lo que ya estaba hecho.
articles-cancelled-summary = cancelado
articles-failed-summary = ha fallado: { $error }
articles-audit = { $who }: { $what }, { $result }
articles-summary = añadidos: { $added }, cambiados: { $changed }, quitados: { $removed }, ilegibles: { $problems }
articles-summary-nothing = no había cambiado nada
articles-summary-rollback = las respuestas vuelven a salir de { $generation }
articles-interrupted = Se interrumpió al pararse el bot: { $what }, que empezaste { $since }. { $became }
articles-interrupted-published = El resultado ya estaba publicado, y las respuestas salen de él.
articles-interrupted-lost = No se publicó nada de ello; lo que se había publicado antes sigue respondiendo. Empieza de nuevo cuando quieras: se aprovecha lo que ya estaba hecho.
articles-progress-start = Empezando…
articles-waiting-for = A la espera: { $by } trabaja en los artículos, desde { $since }. Esto sigue solo cuando termine.
articles-waiting = A la espera: se está trabajando en los artículos. Esto sigue solo cuando termine.
articles-progress-count = { $done } de { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/s
articles-progress-left = quedan unos { $time }
articles-time-seconds = { $count } s
articles-time-minutes = { $count } min
articles-done-title = Reindexado
articles-unchanged-title = Nada que reindexar
articles-check-title = Qué haría una reindexación
articles-nothing-changed = La carpeta de artículos está como estaba; no se publicó nada, ni hacía falta.
articles-check-nothing = Nada: la carpeta de artículos está como estaba.
articles-added = **Añadidos:** { $count }
articles-changed = **Cambiados:** { $count }
articles-removed = **Quitados:** { $count }
articles-unchanged = Sin cambios: { $count }
articles-copies = { $count ->
    [one] Un artículo tiene el mismo texto que otro y se ha unido a él
   *[other] { $count } artículos tienen el mismo texto que otro y se han unido a él
}
articles-problems = **No se pudo leer:** { $count }
articles-item = - { $name }
articles-problem = - { $name }: { $reason }
articles-more = - y { $count } más
articles-published = Publicado como { $generation } tras { $time }; pasajes calculados: { $embedded }, aprovechados: { $reused }.
articles-would-take = La comprobación tardó { $time }.
articles-status-title = El índice
articles-status-published = Publicado
articles-status-published-value = { $when } por { $by }
articles-status-articles = Artículos
articles-status-passages = Pasajes
articles-status-newest = Artículo más reciente
articles-status-model = Modelo de embeddings
articles-status-size = Tamaño
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB
articles-status-generation = Generación
articles-status-running = **En curso:** { $what }, desde { $since }, por { $by }
articles-status-waiting = **A la espera:** { $what }, desde { $since }, por { $by }
articles-status-failure = **Falló { $when }:** { $what } de { $by }: { $error }
articles-rollback-title = Índice anterior recuperado
articles-rollback-done = Las respuestas vuelven a salir de { $generation }. Una reindexación publica la carpeta de artículos como está ahora.
articles-goes-on = Esto continúa, pero Discord solo me deja cambiar este mensaje durante 15 minutos, y no te puedo enviar otro. `/{ discord-articles.name } { discord-articles-status.name }` muestra lo que está publicado.
articles-goes-on-there = Discord solo me deja cambiar este mensaje durante 15 minutos, así que esto continúa aquí: { $link }
articles-finished-elsewhere = { $mention }, tu trabajo con los artículos ha terminado. No te pude enviar un mensaje directo; `/{ discord-articles.name } { discord-articles-status.name }` muestra lo que está publicado.
articles-stopped = El bot se está apagando, por eso se detuvo esto. Lo que se había publicado antes sigue respondiendo.
