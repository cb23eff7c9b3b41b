### Discord: errors

error-title = No ha funcionado
error-refused-title = No es posible
error-unexpected = Algo ha salido mal que no debería. Por favor, dile a un admin este identificador: `{ $id }`
error-no-permission = Solo quienes pueden gestionar este servidor pueden hacer eso.
error-articles-of-all = Todos los servidores en los que estoy comparten los artículos, así que aquí solo puede hacerlo quien me gestiona. También podrán los admins de este servidor si su identificador `{ $server }` está en el ajuste `ADMIN_SERVERS`.
error-server-only = Eso solo funciona en un servidor.
error-command-changed = Mis comandos han cambiado. Recarga Discord (Ctrl+R) y prueba otra vez.
error-took-too-long = Ha tardado demasiado y lo he dejado. Por favor, prueba otra vez dentro de un momento.
error-date = No consigo leer «{ $text }» como un día. Escríbelo así: 2/5/2026, 2 de mayo de 2026 o mayo de 2026.
error-date-ambiguous = «{ $text }» podrían ser dos días distintos. Escríbelo así: 2026-05-02 o 2 de mayo de 2026.
error-date-order = Entre los dos días no hay nada: «{ discord-ask-since.name }» ({ $since }) es posterior a «{ discord-ask-until.name }» ({ $until }).
error-publisher = Ningún artículo es de «{ $name }».
error-publisher-near = Ningún artículo es de «{ $name }». ¿Quieres decir { $near }?
error-discord = Discord no ha aceptado mi respuesta en este momento. Vuelve a intentarlo dentro de un momento.
error-forbidden = Me falta un permiso para hacer eso aquí. Avisa a un admin de este servidor.
