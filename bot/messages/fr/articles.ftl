### Discord: the admin's side, articles

articles-by = un admin sur Discord
articles-by-itself = { $kind ->
    [feeds] le calendrier des flux
   *[watch] la surveillance du dossier des articles
}
articles-stage = { $stage ->
    [fetching] Récupération des pages
    [reading] Lecture des articles
    [chunking] Découpage en passages
    [embedding] Calcul des vecteurs
    [writing] Écriture de l’index
    [checking] Vérification de l’index
   *[publishing] Publication
}
articles-progress-title = { $kind ->
    [check] Vérification du dossier des articles
    [add] Ajout d’articles
    [remove] Retrait d’articles
    [refresh] Recherche de changements dans les pages
    [rollback] Retour à l’index précédent
    [feeds] Lecture des flux
   *[reindex] Réindexation
}
articles-kind = { $kind ->
    [check] vérification
    [add] ajout
    [remove] retrait
    [refresh] actualisation des pages
    [rollback] retour à l’index précédent
    [feeds] travail sur les flux
   *[reindex] réindexation
}
articles-add-what = Donne au moins un lien ou un fichier. Plusieurs liens vont dans le même champ, séparés par des espaces.
articles-add-too-many = Donne au plus { $limit } liens à la fois, s’il te plaît.
articles-add-too-large = Ces fichiers sont trop gros : au plus { $megabytes } Mo en tout. La personne qui fait tourner le bot peut en mettre de plus gros dans le dossier des articles.
articles-add-not-fetched = n’a pas pu être récupéré chez Discord. Joins le fichier encore une fois.
articles-add-title = Ajouté
articles-add-nothing-title = Rien n’a pu être ajouté
articles-refresh-title = Les pages ont été consultées
articles-remove-title = Retiré
articles-remove-nothing-title = Rien n’a été retiré
articles-sources-added = **Apporté :** { $count }
articles-sources-failed = **Pas fait :** { $count }
articles-sources-removed = **Enlevé :** { $count }
articles-pages-changed = **Pages modifiées :** { $count }
articles-pages-unchanged = Pages inchangées : { $count }
articles-pages-gone = **Disparues de leurs sites :** { $count }. Leurs articles restent jusqu’à ce que quelqu’un les retire.
articles-source = { $outcome ->
    [added] - { $name }{ $articles ->
        [1] {""}
        [one] {" "}({ $articles } article)
       *[other] {" "}({ $articles } articles)
    }
    [changed] - { $name } : a changé depuis son ajout
    [unchanged] - { $name } : était déjà là
   *[removed] - { $name } : a déjà été retiré, et le reste
}
articles-source-moved = - { $name } (mis de côté, dans le dossier des données)
articles-remove-ask = Retirer cet article ? Plus aucune réponse ne le citera. Son fichier est mis de côté, pas supprimé.

    { $article }
articles-remove-confirm = Retirer
articles-cancel = Annuler
articles-cancel-too-late = Ce travail est déjà terminé.
articles-cancelled-title = Annulé : { $what }
articles-cancelled = Arrêté par { $by }. Ce qui était publié avant continue de répondre ; la prochaine construction reprend ce qui était déjà fait.
articles-cancelled-summary = annulé
articles-failed-summary = échec : { $error }
articles-audit = { $who } : { $what }, { $result }
articles-summary = ajoutés : { $added }, modifiés : { $changed }, retirés : { $removed }, illisibles : { $problems }
articles-summary-nothing = rien n’avait changé
articles-summary-rollback = les réponses viennent à nouveau de { $generation }
articles-interrupted = Interrompu par l’arrêt du bot : { $what }, que tu as lancé { $since }. { $became }
articles-interrupted-published = Le résultat était alors déjà publié, et les réponses en viennent.
articles-interrupted-lost = Rien n’en a été publié ; ce qui l’était avant continue de répondre. Relance quand tu veux : ce qui était déjà fait est repris.
articles-progress-start = C’est parti…
articles-waiting-for = En attente : { $by } travaille sur les articles, lancé { $since }. La suite viendra toute seule après.
articles-waiting = En attente : les articles sont en cours de traitement. La suite viendra toute seule après.
articles-progress-count = { $done } sur { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/s
articles-progress-left = encore { $time } environ
articles-time-seconds = { $count } s
articles-time-minutes = { $count } min
articles-done-title = Réindexé
articles-unchanged-title = Rien à réindexer
articles-check-title = Ce que ferait une réindexation
articles-nothing-changed = Le dossier des articles est comme avant ; rien n’a été publié, et rien n’avait à l’être.
articles-check-nothing = Rien : le dossier des articles est comme avant.
articles-added = **Ajoutés :** { $count }
articles-changed = **Modifiés :** { $count }
articles-removed = **Retirés :** { $count }
articles-unchanged = Inchangés : { $count }
articles-copies = { $count ->
    [one] { $count } article a le même texte qu’un autre et a été regroupé avec lui
   *[other] { $count } articles ont le même texte qu’un autre et ont été regroupés avec lui
}
articles-problems = **Illisibles :** { $count }
articles-item = - { $name }
articles-problem = - { $name } : { $reason }
articles-more = - et { $count } de plus
articles-published = Publié comme { $generation } après { $time } ; passages calculés : { $embedded }, repris : { $reused }.
articles-would-take = La vérification a pris { $time }.
articles-status-title = L’index
articles-status-published = Publié
articles-status-published-value = { $when } par { $by }
articles-status-articles = Articles
articles-status-passages = Passages
articles-status-newest = Article le plus récent
articles-status-model = Modèle d’embedding
articles-status-size = Taille
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } Mo
articles-status-generation = Génération
articles-status-running = **En cours :** { $what }, lancé { $since } par { $by }
articles-status-waiting = **En attente :** { $what }, lancé { $since } par { $by }
articles-status-failure = **Échec { $when } :** { $what } par { $by } : { $error }
articles-rollback-title = Index précédent rétabli
articles-rollback-done = Les réponses viennent à nouveau de { $generation }. Une réindexation publie le dossier des articles tel qu’il est maintenant.
articles-goes-on = Cela continue, mais Discord ne me laisse modifier ce message que pendant 15 minutes, et je ne peux pas t’en envoyer d’autre. `/{ discord-articles.name } { discord-articles-status.name }` montre ce qui est publié.
articles-goes-on-there = Discord ne me laisse modifier ce message que pendant 15 minutes, alors cela continue ici : { $link }
articles-finished-elsewhere = { $mention }, ton travail sur les articles est terminé. Je n’ai pas pu t’envoyer de message privé ; `/{ discord-articles.name } { discord-articles-status.name }` montre ce qui est publié.
articles-stopped = Le bot est en train de s’arrêter, alors ceci a été interrompu. Ce qui était publié avant continue de répondre.
