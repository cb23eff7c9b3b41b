### Discord : ce que les gens pensent des réponses, et ce qui manque dans les articles

discord-feedback = Ce que les gens pensent de mes réponses, et ce qui manque dans les articles (admins)
    .name = avis
discord-feedback-summary = Utile ou non, quels articles ont été critiqués, et pourquoi
    .name = résumé
discord-feedback-summary-days = Sur combien de jours ; 30 par défaut
    .name = jours
discord-feedback-unanswered = Les questions auxquelles les articles ne répondent pas : ce qui leur manque
    .name = sans-réponse
discord-feedback-export = Des questions de test tirées des vraies, pour mesurer les réponses
    .name = exporter
answer-logged = Les questions sont enregistrées sur ce serveur · /{ discord-privacy.name } { discord-privacy-show.name }
feedback-helpful = Utile
feedback-not-helpful = Pas utile
feedback-title = Qu’est-ce qui n’était pas utile ?
feedback-label = Ta raison
feedback-label-note = Tu peux la laisser vide. Les personnes qui s’occupent de moi la lisent, sans ton nom.
feedback-example = Le chiffre est celui de l’ancien phare.
feedback-thanks = Merci ! Tu peux changer d’avis avec les mêmes boutons. { $question ->
    [logged] Pendant { $time }, je garde ton avis, ta raison, le jour et les articles cités ; la question aussi, puisque ce serveur enregistre les questions.
    [agree] Pendant { $time }, je garde ton avis, ta raison, le jour et les articles cités, mais pas ta question. Si tu es d’accord, je la garde aussi : les admins pourront alors me mesurer avec elle.
   *[none] Pendant { $time }, je garde ton avis, ta raison, le jour et les articles cités, mais pas la question.
}
feedback-keep-question = Garder aussi ma question
feedback-question-kept = Merci ! Je garde cette question avec ton avis pendant { $time } : « { $question } »
feedback-question-gone = Je ne me souviens plus de ta question et ne peux donc pas la garder. Ton avis compte quand même.
feedback-summary-title = { $days ->
    [one] Avis du dernier jour ({ $days })
   *[other] Avis des { $days } derniers jours
}
feedback-summary-nothing = Personne n’a jugé de réponse pendant ce temps. Les boutons « Utile » et « Pas utile » sont sous chaque réponse.
feedback-summary = **{ $helpful }** utiles, **{ $not_helpful }** pas utiles : { $percent } % ont trouvé la réponse utile.
feedback-summary-articles = **Articles cités quand ce n’était pas utile :**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Dernières raisons :**
feedback-summary-reason = - { $day } : { $text }
feedback-unanswered-title = Ce qui manque dans les articles
feedback-unanswered-about = Les questions auxquelles je n’ai pas trouvé de réponse, les plus récentes d’abord, les semblables ensemble :
feedback-unanswered-no-more = -# Les questions ne sont plus enregistrées sur ce serveur ; celles-ci datent d’avant.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $count } fois, { $day })
   *[other] ({ $count } fois, la dernière le { $day })
}
feedback-unanswered-nothing = Toutes les questions enregistrées jusqu’ici ont reçu une réponse.
feedback-unanswered-not-logged = Les questions ne sont pas enregistrées sur ce serveur, je ne peux donc pas dire lesquelles sont restées sans réponse. Tu peux l’activer avec `/{ discord-settings.name }` ; c’est alors dit sous chaque réponse.
feedback-missing-menu = Auxquelles les articles ont-ils raison de ne pas répondre ?
feedback-marked = { $count ->
    [one] { $count } question est marquée
   *[other] { $count } questions sont marquées
} comme sans réponse à juste titre : elles vont dans `/{ discord-feedback.name } { discord-feedback-export.name }`.
feedback-export-title = Questions de test
feedback-export-nothing = Il n’y en a pas encore. Elles viennent des réponses jugées utiles dont la question est gardée, et de celles que tu marques dans `/{ discord-feedback.name } { discord-feedback-unanswered.name }`.
feedback-export-done = { $count ->
    [one] Le fichier contient { $count } question.
   *[other] Le fichier contient { $count } questions.
} La personne qui fait tourner le bot peut le mesurer avec : `python -m bot evaluate --questions questions.jsonl`. Lis-les d’abord : une réponse utile n’est pas forcément juste.
