### Discord: qué opina la gente de las respuestas, y qué falta en los artículos

discord-feedback = Qué opina la gente de mis respuestas, y qué falta en los artículos (para admins)
    .name = opiniones
discord-feedback-summary = Útil o no, qué artículos se criticaron y por qué
    .name = resumen
discord-feedback-summary-days = De cuántos días; 30 si lo dejas vacío
    .name = días
discord-feedback-unanswered = Preguntas que los artículos no respondieron: qué les falta
    .name = sin-respuesta
discord-feedback-export = Preguntas de prueba hechas de preguntas reales, para medir las respuestas
    .name = exportar
answer-logged = Las preguntas se registran en este servidor · /{ discord-privacy.name } { discord-privacy-show.name }
feedback-helpful = Útil
feedback-not-helpful = No útil
feedback-title = ¿Qué no fue útil?
feedback-label = Tu motivo
feedback-label-note = Puede quedar vacío. Lo leen quienes se ocupan de mí, sin tu nombre.
feedback-example = La cifra es la del faro antiguo.
feedback-thanks = ¡Gracias! Puedes cambiar de opinión con los mismos botones. { $question ->
    [logged] Durante { $time } guardo tu voto, tu motivo, el día y los artículos citados; también la pregunta, porque este servidor registra las preguntas.
    [agree] Durante { $time } guardo tu voto, tu motivo, el día y los artículos citados, pero no tu pregunta. Si estás de acuerdo, la guardo también: así los admins pueden medirme con ella.
   *[none] Durante { $time } guardo tu voto, tu motivo, el día y los artículos citados, pero no la pregunta.
}
feedback-keep-question = Guardar también mi pregunta
feedback-question-kept = ¡Gracias! Guardo esta pregunta con tu voto durante { $time }: «{ $question }»
feedback-question-gone = Ya no recuerdo tu pregunta, así que no puedo guardarla. Tu voto cuenta de todos modos.
feedback-summary-title = { $days ->
    [one] Opiniones del último día
   *[other] Opiniones de los últimos { $days } días
}
feedback-summary-nothing = Nadie ha valorado una respuesta en este tiempo. Los botones «Útil» y «No útil» están bajo cada respuesta.
feedback-summary = **{ $helpful }** útiles, **{ $not_helpful }** no útiles: al { $percent } % le resultó útil la respuesta.
feedback-summary-articles = **Artículos citados donde no fue útil:**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Últimos motivos:**
feedback-summary-reason = - { $day }: { $text }
feedback-unanswered-title = Qué falta en los artículos
feedback-unanswered-about = Preguntas para las que no encontré respuesta, las más recientes primero, las parecidas juntas:
feedback-unanswered-no-more = -# Las preguntas ya no se registran en este servidor; estas son de antes.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $day })
   *[other] ({ $count } veces, la última el { $day })
}
feedback-unanswered-nothing = Todas las preguntas registradas hasta ahora tuvieron respuesta.
feedback-unanswered-not-logged = En este servidor no se registran las preguntas, así que no sé cuáles quedaron sin respuesta. Puedes activarlo con `/{ discord-settings.name }`; entonces se avisa bajo cada respuesta.
feedback-missing-menu = ¿Cuáles no responden los artículos con razón?
feedback-marked = { $count ->
    [one] Una pregunta está marcada
   *[other] { $count } preguntas están marcadas
} como sin respuesta con razón: van a `/{ discord-feedback.name } { discord-feedback-export.name }`.
feedback-export-title = Preguntas de prueba
feedback-export-nothing = Todavía no hay ninguna. Salen de respuestas que resultaron útiles y cuya pregunta se guarda, y de las que marcas en `/{ discord-feedback.name } { discord-feedback-unanswered.name }`.
feedback-export-done = { $count ->
    [one] El archivo contiene una pregunta.
   *[other] El archivo contiene { $count } preguntas.
} Quien opera el bot puede medirlo con ellas: `python -m bot evaluate --questions questions.jsonl`. Léelas antes: una respuesta útil no es por fuerza correcta.
