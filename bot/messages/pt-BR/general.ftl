### Discord: what several commands share

discord-previous = Anterior
discord-next = Próximo
discord-not-yours = Só quem abriu esta lista pode virar as páginas dela. Use o comando para ter a sua.
discord-stopping = Estou reiniciando agora. Tente de novo em um minuto, por favor.
discord-no-previous-page = Essa página não existe mais.
confirm-leave = Deixar como está
confirm-left = Nada foi alterado.
