### Discord: answers

answer-quote = «{ $text }»{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = pie de foto: { $article }
answer-under = bajo { $headings }
answer-article-brief = resumen de: { $title }, { $publisher }
answer-article-brief-only = resumen de: { $title }
answer-authors-more = { $count ->
    [one] { $names } y una persona más
   *[other] { $names } y { $count } más
}
answer-copies = también en: { $names }
answer-date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
answer-date-unknown = fecha desconocida
answer-newest = Artículo más reciente en que se basa esta respuesta: { $date }
answer-shortened = { $left_out ->
    [0] Abreviado para que quepa. Los pasajes contienen el texto completo.
    [one] Abreviado para que quepa: queda fuera otra afirmación. Pregunta por un detalle para verla.
   *[other] Abreviado para que quepa: quedan fuera otras { $left_out } afirmaciones. Pregunta por un detalle para verlas.
}
answer-understood = -# Entendido como: { $question }
answer-understood-plain = Entendido como: { $question }
answer-conflict = Los artículos no coinciden: { $sides }.
answer-conflict-newest = { $words } ({ $date }, lo más reciente)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = Sobre esta parte no he encontrado nada en los artículos: { $part }
answer-degraded = { $why ->
    [away] Ahora mismo no se puede acceder al modelo de lenguaje; esta respuesta se ha dado sin él.
    [slow] El modelo de lenguaje ha tardado demasiado; esta respuesta se ha dado sin él.
    [budget] Los tokens del modelo de lenguaje se han agotado por hoy; esta respuesta se ha dado sin él.
    [unusable] El modelo de lenguaje no ha dado nada que se pueda usar; esta respuesta se ha dado sin él.
    [unsupported] Lo que dijo el modelo de lenguaje no está en los artículos; esta respuesta se ha dado sin él.
   *[cut_short] El modelo de lenguaje se ha interrumpido: lo que dijo hasta entonces es válido, pero quizá no sea todo.
}
answer-growing = Todavía falta algo más…
answer-nothing-found = No he encontrado nada en los artículos que responda a esto.
answer-period = { $shape ->
    [since] publicados desde el { $start }
    [until] publicados hasta el { $end }
    [day] publicados el { $start }
   *[between] publicados entre el { $start } y el { $end }
}
answer-period-only = Solo se han buscado artículos { $period }.
answer-period-preferred = { $open ->
    [yes] Se han preferido los artículos { $period }.
   *[no] Se han preferido los artículos { $period } o poco después.
}
answer-period-set-aside = Tu pregunta pide artículos { $period }. Los días que has fijado los excluyen a todos, así que me he ceñido a los días que has fijado.
answer-nothing-in-period = No he encontrado nada que responda a esto en los artículos { $period }.
answer-nothing-in-period-next = Pregunta sin la fecha para que se busque en todos los artículos.
answer-nearest = Los artículos más cercanos:
answer-nearest-line = - { $article }
answer-not-a-question = Aquí no hay nada que buscar. Haz una pregunta en pocas palabras, por ejemplo: ¿Cuánto costó la nueva luz del puerto?
answer-too-long = Son { $length } caracteres, demasiados para una sola pregunta. Pregunta, por favor, en una o dos frases.
answer-no-articles = Ningún artículo cumple lo que has fijado ({ $filters }). Amplíalo o quítalo; `/{ discord-sources.name } { discord-sources-list.name }` muestra lo que hay.
answer-filter-publisher = medio: { $names }
answer-filter-since = desde el { $date }
answer-filter-until = hasta el { $date }
answer-filter-none = sin filtro
answer-passages-button = Pasajes
answer-passage-standing = { $standing ->
    [removed] ⚠️ Este artículo se ha quitado del índice después de esta respuesta; su texto ya no se muestra.
    [quote-gone] ⚠️ Este artículo ha cambiado después de esta respuesta: las palabras citadas ya no están en él. Abajo se lee como era entonces.
   *[changed] ⚠️ Este artículo ha cambiado después de esta respuesta. Las palabras citadas siguen en él; abajo se lee como era entonces.
}
answer-passages-gone = Los pasajes de esta respuesta ya no se guardan. Haz la pregunta otra vez para verlos.
answer-passages-not-yours = Esta respuesta es privada: solo quien preguntó puede abrir sus pasajes.
answer-passage-title = Pasaje { $page } de { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Bajo el título: { $heading }
