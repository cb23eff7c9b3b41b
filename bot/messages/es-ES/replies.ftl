### Discord: los botones bajo una respuesta

reply-gone = Esta respuesta tiene más de { $days } días y sus botones ya no funcionan. Haz la pregunta otra vez y la tendrás según los artículos de hoy.
reply-share = Compartir
reply-shared-by = Compartida por { $who }
reply-shared-already = Esta respuesta ya está compartida.
reply-share-may-not = No puedes escribir aquí, así que no puedo compartir la respuesta en tu nombre.
reply-share-bot-may-not = No puedo escribir en este canal. Pregunta donde sí puedo, o pide a un admin que me deje.
reply-delete = Eliminar
reply-delete-not-yours = Solo quien preguntó y la moderación pueden eliminar esta respuesta.
reply-no-embeds = Aquí no puedo mostrar respuestas: me falta el permiso «Insertar enlaces» en este canal. Un admin puede dármelo; mientras tanto funciona `/{ discord-ask.name }`.
