### Discord: qué se guarda de una persona

discord-privacy = Qué guardo sobre ti, y cómo obtenerlo o borrarlo
    .name = privacidad
discord-privacy-show = Qué se guarda, durante cuánto tiempo y quién más recibe tus preguntas
    .name = ver
discord-privacy-export = Recibe en un archivo todo lo que se guarda sobre ti
    .name = exportar
discord-privacy-forget = Borra todo lo que se guarda sobre ti; pregunta antes
    .name = olvidar
privacy-title = Qué guardo sobre ti
privacy-days = { $days ->
    [one] un día
   *[other] { $days } días
}
privacy-questions = { $logged ->
    [yes] **Las preguntas** hechas en este servidor se guardan { $time } con tu ID: sus admins lo han activado para ver qué falta en los artículos.
   *[no] **Las preguntas** no se registran { $place ->
        [server] en este servidor.
       *[elsewhere] aquí. Los admins de un servidor pueden activarlo; entonces cada respuesta lo indica.
    }
}
privacy-remembered = **Para seguir preguntando** se recuerdan tus últimas preguntas y sus respuestas durante { $minutes } minutos, en hilos durante { $hours } horas.
privacy-answers = **Las respuestas** se guardan { $days ->
    [one] un día
   *[other] { $days } días
} con tu ID y sin la pregunta, para que sus botones funcionen.
privacy-feedback = **Tus opiniones**: tu voto, tu motivo, el día y los artículos citados, durante { $days ->
    [one] un día
   *[other] { $days } días
}.
privacy-limits = **Cuántas veces preguntas** se cuenta en memoria, durante { $time } como máximo. Nunca se escribe en ningún sitio.
privacy-work = **El trabajo en los artículos** que inicias se anota con tu ID hasta que termina, y durante { $days ->
    [one] un día
   *[other] { $days } días
} si falla.
privacy-model = { $where ->
    [nobody] **Nadie más** recibe tu pregunta: las respuestas se hacen en la máquina en la que funciono.
    [here] **Un modelo de lenguaje** en la máquina en la que funciono redacta las respuestas; recibe tu pregunta, lo que preguntaste justo antes y pasajes de artículos.
   *[elsewhere] **Un modelo de lenguaje** en { $host } redacta las respuestas; allí se envían tu pregunta, lo que preguntaste justo antes y pasajes de artículos.
}
privacy-embeddings = Tu pregunta se envía a { $host }, que la convierte en los números con los que se busca.
privacy-log = **El registro del operador** contiene tu ID cuando algo falló, se rechazó o cambió los artículos; nunca lo que escribiste.
privacy-do = `/{ discord-privacy.name } { discord-privacy-export.name }` te lo da todo en un archivo, `/{ discord-privacy.name } { discord-privacy-forget.name }` lo borra.
privacy-export-done = { $count ->
    [0] No se guarda nada sobre ti. El archivo lo indica.
    [one] Se guarda una entrada sobre ti; el archivo la contiene.
   *[other] Se guardan { $count } entradas sobre ti; el archivo las contiene.
} Solo tú puedes ver esto.
privacy-forget-ask = { $count ->
    [one] Se borrará una entrada guardada sobre ti
   *[other] Se borrarán { $count } entradas guardadas sobre ti
}, y no se podrá recuperar nada. Los botones de tus respuestas dirán entonces que ya no se conservan.
privacy-forget-yes = Borrarlo todo
privacy-forget-no = Conservarlo
privacy-forget-kept = Todo queda como estaba.
privacy-forget-nothing = No se guarda nada sobre ti, así que no hay nada que borrar.
privacy-forget-done = { $count ->
    [one] Se ha borrado una entrada,
   *[other] Se han borrado { $count } entradas,
} y en mis archivos no queda rastro de tu ID.
privacy-forget-remains = Lo que no puedo borrar: mensajes en Discord, como mis respuestas (hasta ahora cada una tenía un botón para borrarla; a partir de ahora puede hacerlo la moderación) y líneas de canales de registro que te nombran; el registro y las copias de seguridad del operador. Lo que preguntes desde ahora se trata como antes.
privacy-forget-unclean = Se ha borrado todo sobre ti. El archivo no se ha podido sobrescribir ahora, así que pueden quedar rastros durante unas horas; se intentará de nuevo automáticamente.
limit-forgetting = Has pedido { $most } veces en { $per } que te olvide. Podrás volver a hacerlo en { $wait } ({ $moment }).
