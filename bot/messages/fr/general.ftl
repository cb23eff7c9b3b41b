### Discord: what several commands share

discord-previous = Précédent
discord-next = Suivant
discord-not-yours = Seule la personne qui a ouvert cette liste peut en tourner les pages. Lance toi-même la commande pour avoir la tienne.
discord-stopping = Je redémarre à l’instant. Réessaie dans une minute, s’il te plaît.
discord-no-previous-page = Cette page n’existe plus.
confirm-leave = Laisser ainsi
confirm-left = Rien n’a été changé.
