### Discord : ce qui est conservé d’une personne

discord-privacy = Ce que je conserve sur toi, et comment l’obtenir ou l’effacer
    .name = confidentialité
discord-privacy-show = Ce qui est conservé, combien de temps, et qui d’autre reçoit tes questions
    .name = voir
discord-privacy-export = Recevoir dans un fichier tout ce qui est conservé sur toi
    .name = exporter
discord-privacy-forget = Effacer tout ce qui est conservé sur toi ; demande d’abord
    .name = oublier
privacy-title = Ce que je conserve sur toi
privacy-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
privacy-questions = { $logged ->
    [yes] **Les questions** posées sur ce serveur sont conservées { $time } avec ton identifiant : ses admins l’ont activé, pour voir ce qui manque dans les articles.
   *[no] **Les questions** ne sont pas enregistrées { $place ->
        [server] sur ce serveur.
       *[elsewhere] ici. Les admins d’un serveur peuvent l’activer ; chaque réponse le dit alors.
    }
}
privacy-remembered = **Pour les questions suivantes**, tes dernières questions et leurs réponses sont retenues { $minutes } minutes, dans les fils { $hours } heures.
privacy-answers = **Les réponses** sont conservées { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} avec ton identifiant et sans la question, pour que leurs boutons fonctionnent.
privacy-feedback = **Les avis** que tu donnes : ton avis, ta raison, le jour et les articles cités, pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
privacy-limits = **Le nombre de tes questions** est compté en mémoire, pendant { $time } au plus. Il n’est jamais écrit.
privacy-work = **Le travail sur les articles** que tu lances est noté avec ton identifiant jusqu’à ce qu’il soit fini, et pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} s’il échoue.
privacy-model = { $where ->
    [nobody] **Personne d’autre** ne reçoit ta question : les réponses sont faites sur la machine où je tourne.
    [here] **Un modèle de langage** sur la machine où je tourne rédige les réponses ; il reçoit ta question, ce que tu as demandé juste avant et des passages d’articles.
   *[elsewhere] **Un modèle de langage** chez { $host } rédige les réponses ; ta question, ce que tu as demandé juste avant et des passages d’articles y sont envoyés.
}
privacy-embeddings = Ta question est envoyée à { $host }, qui la transforme en nombres pour la recherche.
privacy-log = **Le journal de l’opérateur** contient ton identifiant quand quelque chose a échoué, a été refusé ou a changé les articles ; jamais ce que tu as écrit.
privacy-do = `/{ discord-privacy.name } { discord-privacy-export.name }` te donne tout dans un fichier, `/{ discord-privacy.name } { discord-privacy-forget.name }` l’efface.
privacy-export-done = { $count ->
    [0] Rien n’est conservé sur toi. Le fichier le dit.
    [one] { $count } entrée est conservée sur toi ; le fichier la contient.
   *[other] { $count } entrées sont conservées sur toi ; le fichier les contient.
} Ceci n’est visible que pour toi.
privacy-forget-ask = { $count ->
    [one] { $count } entrée conservée sur toi sera effacée
   *[other] { $count } entrées conservées sur toi seront effacées
}, sans retour possible. Les boutons sous tes réponses diront alors qu’elles ne sont plus conservées.
privacy-forget-yes = Tout effacer
privacy-forget-no = Tout garder
privacy-forget-kept = Tout reste comme avant.
privacy-forget-nothing = Rien n’est conservé sur toi, il n’y a donc rien à effacer.
privacy-forget-done = { $count ->
    [one] { $count } entrée a été effacée,
   *[other] { $count } entrées ont été effacées,
} et il ne reste aucune trace de ton identifiant dans mes fichiers.
privacy-forget-remains = Ce que je ne peux pas effacer : les messages dans Discord, comme mes réponses (jusqu’ici chacune avait un bouton pour la supprimer, désormais la modération le peut) et les lignes des salons de suivi qui te nomment ; le journal et les sauvegardes de l’opérateur. Ce que tu demandes à partir de maintenant est traité comme avant.
privacy-forget-unclean = Tout ce qui te concerne a été effacé. Le fichier n’a pas pu être réécrit à l’instant, des traces peuvent donc y rester quelques heures ; un nouvel essai aura lieu de lui-même.
limit-forgetting = Tu t’es fait oublier { $most } fois en { $per }. Tu pourras recommencer dans { $wait } ({ $moment }).
