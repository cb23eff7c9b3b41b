### Discord: lo que un error del propio bot significa para quien solo pregunta

failure-search = La búsqueda no está disponible en este momento. Inténtalo de nuevo en un minuto.
failure-index = Ahora mismo no tengo artículos con los que responder. Quien me administra tiene que revisar el índice.
failure-storage = Ahora mismo no puedo guardar nada: mi disco está lleno o no admite escritura. Quien me administra tiene que revisarlo.
failure-settings = Ahora mismo no puedo leer lo que eligieron los admins de este servidor, así que aquí no respondo nada hasta que pueda. Quien me gestiona tiene que ocuparse.
failure-busy = Ahora mismo se está trabajando en los artículos. Inténtalo de nuevo dentro de un rato.
failure-other = No ha sido posible en este momento. Inténtalo de nuevo más tarde.
failure-id = -# Error `{ $id }`: con este identificador, quien me administra encuentra los detalles en el registro.
