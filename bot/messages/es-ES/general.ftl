### Discord: what several commands share

discord-previous = Anterior
discord-next = Siguiente
discord-not-yours = Solo quien abrió esta lista puede pasar sus páginas. Usa tú el comando para tener la tuya.
discord-stopping = Me estoy reiniciando. Por favor, prueba otra vez dentro de un minuto.
discord-no-previous-page = Esa página ya no existe.
confirm-leave = Dejarlo así
confirm-left = No se ha cambiado nada.
