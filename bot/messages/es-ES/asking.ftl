### Discord: preguntar, seguir preguntando, y dónde

follow-up = Seguir preguntando
follow-up-title = Seguir preguntando
follow-up-label = Tu siguiente pregunta
follow-up-example = ¿Quién construyó el faro?
follow-up-by = { $name } sigue preguntando
asking-not-here = Un admin de este servidor me pidió que no hable en este canal. Pregúntame en otro, o escríbeme por mensaje directo.
asking-not-here-but = En este servidor respondo en { $channels }. Pregúntame allí, o escríbeme por mensaje directo.
asking-no-words = En este mensaje no hay palabras que pueda buscar. Elige uno con texto, o usa `/{ discord-ask.name }`.
discord-ask-the-articles-about-this = Preguntar a los artículos
    .name = Preguntar a los artículos
help-follow = **Sigue preguntando** con *{ follow-up }* bajo una respuesta, respondiendo a ella o con otra mención: en inglés se entiende también “And who built it?”. En el menú de un mensaje, en *Aplicaciones*, está *{ discord-ask-the-articles-about-this.name }*.
