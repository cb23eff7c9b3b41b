### Discord: help

help-title = Preguntas sobre los artículos
help-text = Respondo a partir de una colección de artículos, y solo de ella. Cada afirmación lleva una nota al pie: el pasaje, palabra por palabra, y el artículo del que sale. Lo que no dicen los artículos, yo tampoco lo digo.
help-ask = **Pregunta** con `/{ discord-ask.name }`, o mencióname con tu pregunta. Con `/{ discord-ask.name }` puedes limitarte a un medio o a los artículos desde o hasta un día, y hacer que la respuesta se te muestre solo a ti. En inglés cuentan también los tiempos dentro de la pregunta: “last week”, “in 2023”; con “articles since May” se buscan solo esos.
help-check = **Comprueba** con el botón *{ answer-passages-button }* debajo de una respuesta, o con `/{ discord-sources.name } { discord-sources-list.name }` y `/{ discord-sources.name } { discord-sources-show.name }`.
help-languages = **Idiomas:** te respondo en el tuyo; las citas quedan como se escribieron. Si puedes, pregunta en el idioma de los artículos: la búsqueda no traduce.
help-admin = **Cuida de los artículos** con `/{ discord-articles.name } { discord-articles-add.name }`, `{ discord-articles-remove.name }`, `{ discord-articles-refresh.name }`, `{ discord-articles-check.name }`, `{ discord-articles-reindex.name }`, `{ discord-articles-status.name }` y `{ discord-articles-rollback.name }`, y de los feeds que traen artículos nuevos con `/{ discord-feeds.name } { discord-feeds-add.name }`, `{ discord-feeds-list.name }`, `{ discord-feeds-pause.name }`, `{ discord-feeds-resume.name }`, `{ discord-feeds-remove.name }` y `{ discord-feeds-refresh.name }`.
help-mention = Mencióname junto con una pregunta, o usa `/{ discord-ask.name }`. `/{ discord-help.name }` cuenta más.
