### Discord: errors

error-title = Ça n’a pas marché
error-refused-title = Impossible
error-unexpected = Quelque chose s’est mal passé, et n’aurait pas dû. Donne cet identifiant à un admin, s’il te plaît : `{ $id }`
error-no-permission = Seules les personnes qui peuvent gérer ce serveur peuvent faire cela.
error-articles-of-all = Tous les serveurs où je suis partagent les articles : ici, seule la personne qui me gère peut faire cela. Elle peut aussi le permettre aux admins de ce serveur, en mettant son identifiant `{ $server }` dans le réglage `ADMIN_SERVERS`.
error-server-only = Cela ne marche que dans un serveur.
error-command-changed = Mes commandes ont changé. Recharge Discord (Ctrl+R) et réessaie.
error-took-too-long = Cela a pris trop de temps et a été abandonné. Réessaie dans un instant, s’il te plaît.
error-date = Je n’arrive pas à lire « { $text } » comme un jour. Écris-le ainsi : 2/5/2026, 2 mai 2026 ou mai 2026.
error-date-ambiguous = « { $text } » pourrait être deux jours différents. Écris-le ainsi : 2026-05-02 ou 2 mai 2026.
error-date-order = Il n’y a rien entre les deux jours : « { discord-ask-since.name } » ({ $since }) vient après « { discord-ask-until.name } » ({ $until }).
error-publisher = Aucun article n’est publié par « { $name } ».
error-publisher-near = Aucun article n’est publié par « { $name } ». Tu veux dire { $near } ?
error-discord = Discord n’a pas accepté ma réponse à l’instant. Réessaie dans un moment.
error-forbidden = Il me manque une permission pour cela ici. Préviens un admin de ce serveur.
