### Discord: límites de cuánto se puede preguntar

limit-met = { $whose ->
    [person] Has hecho { $questions } en { $per }, y no acepto más de una misma persona.
    [channel] En este canal ha habido { $questions } en { $per }, y no acepto más de un mismo canal.
   *[server] En este servidor ha habido { $questions } en { $per }, y no acepto más de un mismo servidor.
} Podrás volver a preguntar en { $wait } ({ $moment }).
limit-questions = { $most ->
    [one] una pregunta
   *[other] { $most } preguntas
}
limit-answers = { $most ->
    [one] una respuesta
   *[other] { $most } respuestas
}
limit-per = { $per ->
    [second] un segundo
    [minute] un minuto
    [hour] una hora
   *[day] un día
}
limit-seconds = { $seconds } s
limit-minutes = { $minutes } min
limit-hours = { $hours } h
limit-at-once = { $most ->
    [one] Todavía estoy respondiendo a una pregunta tuya. Espera su respuesta antes de hacer la siguiente.
   *[other] Todavía estoy respondiendo a { $most } preguntas tuyas. Espera la primera respuesta antes de hacer la siguiente.
}
limit-model = { $whose ->
    [person] Has recibido { $answers } en palabras del modelo de lenguaje en { $per }, y no doy más a una misma persona; por eso esta se compone de citas.
   *[server] Este servidor ha recibido { $answers } en palabras del modelo de lenguaje en { $per }, y no doy más a un mismo servidor; por eso esta se compone de citas.
} Volverá a redactar en { $wait } ({ $moment }).
limit-title = Un momento
