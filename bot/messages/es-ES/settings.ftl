### Discord: los ajustes de un servidor

discord-settings = Qué hago en este servidor: dónde y cómo respondo, quién se ocupa de mí (para admins)
    .name = ajustes
settings-filter-without = excluidos en este servidor: { $names }
settings-title = Ajustes de este servidor
settings-intro = Lo que ajustes aquí vale al momento y solo en este servidor.
settings-choose = ¿Qué quieres cambiar?
settings-back = Todos los ajustes
settings-line = **{ $field }:** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = Ya estaba así.
settings-change = { $field }: { $before } → { $after }
settings-audit = { $who } ha cambiado los ajustes.
    { $changes }
settings-topic = { $topic ->
    [where] Dónde respondo
    [how] Cómo respondo
    [who] Quién se ocupa de mí
    [articles] Artículos
    [language] Idioma
   *[backup] Copia de seguridad
}
settings-hint = { $topic ->
    [where] Canales con respuestas, en silencio, o respondidos sin que me mencionen
    [how] Breve o entero, en privado o para todos, en hilos
    [who] Roles de admin, canal de registro, a quién acudir, registro de preguntas
    [articles] Medios incluidos o excluidos
    [language] Un idioma para todos, o el de cada persona
   *[backup] Todo en un archivo, desde un archivo, o como al principio
}
settings-about = { $topic ->
    [where] Una categoría vale por todos sus canales, y un canal o foro por sus hilos. Donde guardo silencio no respondo a nadie, aunque el canal esté elegido en otra lista.
    [how] Para las respuestas en este servidor. Con `/{ discord-ask.name }` cada persona puede elegir si otros ven la respuesta.
    [who] Los roles de admin pueden usar `/{ discord-settings.name }`, y los comandos de los artículos allí donde el operador lo permita a los admins de este servidor; solo quien puede gestionar el servidor los elige. Cuando no encuentro nada, nombro el rol o el canal al que acudir, sin avisar a nadie.
    [articles] Las respuestas, las sugerencias y `/{ discord-sources.name }` se limitan en este servidor a estos medios. Un medio que está en las dos listas queda excluido.
    [language] Para lo que ven todos en un canal. Lo que solo ve una persona va en su idioma, y una cita queda como se escribió.
   *[backup] Un archivo contiene todos los ajustes de este servidor. Al leer uno, enseño primero qué cambiaría.
}
settings-field = { $field ->
    [answer_in] Respondo solo en
    [silent_in] En silencio en
    [every_question_in] Respondo a cada pregunta en
    [style] Estilo
    [private] Respuestas a /{ discord-ask.name }
    [threads] Respuestas a menciones
    [admin_roles] Roles de admin
    [audit_channel] Canal de registro
    [escalation_role] Rol al que acudir
    [escalation_channel] Canal al que acudir
    [log_questions] Registro de preguntas
    [publishers_only] Solo estos medios
    [publishers_never] Nunca estos medios
   *[language] Idioma
}
settings-empty = { $field ->
    [answer_in] en todas partes
    [silent_in] en ninguna parte
    [every_question_in] en ninguna parte
    [admin_roles] ninguno, solo quien puede gestionar el servidor
    [publishers_only] todos
   *[rest] ninguno
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] solo para quien pregunta, si no dice otra cosa
       *[no] para todos, si quien pregunta no dice otra cosa
    }
    [threads] { $on ->
        [yes] en un hilo con el nombre de la pregunta
       *[no] en el canal
    }
   *[log_questions] { $on ->
        [yes] activado
       *[no] desactivado
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Responder en privado: sí
       *[no] Responder en privado: no
    }
    [threads] { $on ->
        [yes] Responder en hilos: sí
       *[no] Responder en hilos: no
    }
   *[log_questions] { $on ->
        [yes] Registro de preguntas: sí
       *[no] Registro de preguntas: no
    }
}
settings-style = { $style ->
    [full] respuestas enteras
    [short] respuestas breves
   *[quotes] solo citas
}
settings-style-hint = { $style ->
    [full] Todo lo que los artículos dicen sobre la pregunta
    [short] La primera afirmación, y lo que necesita
   *[quotes] Palabra por palabra de los artículos, sin reformular nada
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] el de cada persona
}
settings-pick = { $field ->
    [answer_in] Responder solo en … (ninguno: en todas partes)
    [silent_in] Guardar silencio en … (ninguno: en ninguna parte)
    [every_question_in] Responder a cada pregunta en … (ninguno: en ninguna parte)
    [admin_roles] Roles de admin
    [audit_channel] Canal de registro: una línea por cada cambio
    [escalation_role] Rol que nombro cuando no encuentro nada
    [escalation_channel] Canal que nombro cuando no encuentro nada
    [publishers_only] Solo estos medios (ninguno: todos)
   *[publishers_never] Nunca estos medios
}
settings-write = { $field ->
    [publishers_only] Solo estos medios …
   *[publishers_never] Nunca estos medios …
}
settings-names = Medios
settings-names-hint = Uno por línea, como los nombra /{ discord-sources.name } { discord-sources-list.name }; vacío para ninguno
settings-too-many-names = Una lista admite como mucho { $limit } medios. Nombra los que sean menos: los incluidos o los excluidos.
settings-and-more = { $names } + { $count }
settings-gone-channel = *canal eliminado*
settings-gone-role = *rol eliminado*
settings-gone = { $kind ->
    [role] { $field }: un rol elegido se ha eliminado desde entonces. Elige de nuevo para quitarlo de la lista.
   *[channel] { $field }: un canal elegido se ha eliminado desde entonces. Elige de nuevo para quitarlo de la lista.
}
settings-missing = En { $channel } me falta: { $permissions }. Da allí ese permiso a mi rol, o elige otro canal.
settings-permission = { $name ->
    [view_channel] Ver canal
    [send_messages] Enviar mensajes
    [embed_links] Insertar enlaces
    [read_message_history] Leer el historial de mensajes
    [create_public_threads] Crear hilos públicos
   *[send_messages_in_threads] Enviar mensajes en hilos
}
settings-both = En { $channels } guardo silencio, aunque también están elegidos para responder.
settings-titles-only = Mi operador no me deja leer mensajes que no me mencionan. Por eso, en los canales donde hay que responder a cada pregunta, solo veo los títulos de las publicaciones de foros; en los demás sitios respondo cuando me mencionan.
settings-not-everyone = @everyone no se puede elegir aquí: serían todos los miembros.
settings-no-such-channel = Ese canal ya no existe. Elige otro.
settings-no-such-role = Ese rol ya no existe. Elige otro.
settings-out-of-date = Este panel está anticuado. Abre uno nuevo con `/{ discord-settings.name }`.
settings-reset = { $all ->
    [yes] Restablecer todo
   *[no] Restablecer estos
}
settings-reset-ask = Así quedaría después:
settings-reset-confirm = Sí, restablecer
settings-reset-nothing = No hay nada que restablecer: todo está como al principio.
settings-log-notice = { $who } ha activado el registro de preguntas de este servidor: desde ahora se guardan las preguntas que se me hacen aquí, para que los admins vean a qué no responden los artículos. `/{ discord-privacy.name }` dice qué se guarda y cuánto tiempo, y lo borra.
settings-log-untold = El registro de preguntas sigue desactivado: todos tienen que saberlo, y en este canal no puedo escribir. Abre `/{ discord-settings.name }` en un canal donde sí pueda.
settings-export = Guardar en un archivo
settings-import = Leer un archivo
settings-exported = El archivo contiene todos los ajustes de este servidor. Los canales y los roles van por sus id; los nombres al lado son para ti.
settings-import-form-modal = Leer un archivo
settings-import-label = Archivo
settings-import-hint = Tal como lo dio «Guardar en un archivo»
settings-import-too-large = El archivo tiene más de { $kilobytes } kB, y unos ajustes nunca ocupan tanto. No se ha cambiado nada.
settings-import-unreadable = { $why ->
    [json] No es un archivo JSON, así que no se ha cambiado nada. Leo lo que da «Guardar en un archivo».
    [format] No es un archivo de ajustes, o es de una versión mía más nueva, así que no se ha cambiado nada. Leo lo que da «Guardar en un archivo».
   *[field] No puedo usar lo que el archivo dice en «{ $where }», así que no se ha cambiado nada. Leo lo que da «Guardar en un archivo».
}
settings-import-not-fetched = Discord no me ha dado el archivo. Inténtalo otra vez.
settings-import-ask = Esto cambiaría:
settings-import-nothing = Todo lo que dice el archivo ya está ajustado así.
settings-import-left-out = Quedan fuera de { $field }, porque este servidor no tiene ese canal o rol: { $names }
settings-import-unindexed = Ahora mismo no hay ningún artículo de estos medios; siguen en la lista: { $names }
settings-import-confirm = Sí, ajustarlo así
settings-none-let-in = Ningún artículo es de un medio que los admins de este servidor incluyan.
settings-publisher-out = Los admins de este servidor han excluido «{ $name }». Pregunta sin él.
settings-help = **Configúrame** para este servidor con `/{ discord-settings.name }`: dónde y cómo respondo, quién se ocupa de mí, medios, idioma.
settings-unreadable = No se puede leer lo que eligieron los admins de los servidores, así que no se responde ninguna pregunta en ningún servidor. El registro dice por qué; se vuelve a intentar automáticamente.
settings-readable-again = Lo que eligieron los admins de los servidores se puede leer de nuevo, y se responden las preguntas.
