### Discord: the admin's side, feeds

feeds-title = { $count } flux
feeds-title-none = Aucun flux
feeds-none = Aucun flux n’apporte encore de nouveaux articles. `/{ discord-feeds.name } { discord-feeds-add.name }` en ajoute un par son adresse, ou par celle de son site.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Dernier succès : { $last } · { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} · prochain : { $next }
feeds-never = jamais
feeds-next-paused = à la reprise
feeds-error = { $failures ->
    [0] **Dernière erreur :** { $error }
    [1] **Dernière erreur :** { $error }
    [one] **Dernière erreur, { $failures } fois :** { $error }
   *[other] **Dernière erreur, { $failures } fois de suite :** { $error }
}
feeds-paused = **Suspendu** par { $by }
feeds-more = … et { $count } de plus
feeds-round = { $name } : nouveaux : { $new }, modifiés : { $changed }
feeds-round-nothing = { $name } : rien de nouveau
feeds-round-failed = { $name } n’a pas pu être lu : { $error }
feeds-round-paused = { $name } est suspendu à partir de maintenant : { $error } Ses articles restent.
feeds-known = { $name } a déjà été ajouté.
feeds-known-paused = { $name } a déjà été ajouté et est suspendu ; `/{ discord-feeds.name } { discord-feeds-resume.name }` le fait consulter à nouveau.
feeds-waiting = Articles à venir aux prochains passages : { $count }.
feeds-passed-over = Éléments plus anciens, laissés de côté : { $count }.
feeds-problems = **Impossible à lire :** { $count }
feeds-published = Publié comme { $generation }.
feeds-none-asked = Il n’y avait aucun flux à consulter.
feeds-added-title = Flux ajoutés
feeds-not-added-title = Aucun flux n’a été ajouté
feeds-refreshed-title = Les flux ont été consultés
feeds-summary = { $feeds } flux ; nouveaux : { $new }, modifiés : { $changed }, échecs : { $failed }
feeds-add-what = Donne les adresses des flux, séparées par des espaces : au moins une, et au plus { $limit } à la fois.
feeds-unknown = Il n’y a pas de flux { $feed }. Choisis une des suggestions ; `/{ discord-feeds.name } { discord-feeds-list.name }` les montre tous.
feeds-pause-done = Suspendu : { $name }. Ses articles restent.
feeds-resume-done = Consulté à nouveau à partir de maintenant : { $name }
feeds-audit = { $who } : { $result }
feeds-remove-ask = Retirer le flux { $name } ? Il n’apportera plus rien de nouveau ; ses articles restent.
feeds-remove-ask-all = Retirer le flux { $name } et ses articles ({ $articles }) ? Plus aucune réponse ne les citera. Leurs fichiers sont mis de côté, pas supprimés.
feeds-remove-confirm = Retirer
feeds-removed-title = Retiré
feeds-removed = Le flux { $name } est retiré. Ses articles restent.
feeds-removed-with-articles = Le flux { $name } est retiré, et avec lui { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}.
