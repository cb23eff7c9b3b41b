### Discord: bajo una respuesta negativa

advice-unfiltered = Sin lo que pusiste, los artículos lo responden: deja las opciones en blanco.
advice-answered = Lo que los artículos sí responden, por ejemplo:
advice-answered-line = - *{ $question }*
advice-question = ¿Qué se sabe de { $subject }?
advice-hint = { $kind ->
    [name] Nombra la persona, el lugar o la cosa a la que te refieres.
    [shorter] Pregunta en una frase corta, y una cosa cada vez.
   *[words] Prueba con palabras que usarían los artículos, como las de sus títulos.
}
advice-turn-to = { $named ->
    [role] También puedes acudir a { $role }.
    [channel] También puedes preguntar en { $channel }.
   *[both] También puedes acudir a { $role } o preguntar en { $channel }.
}
