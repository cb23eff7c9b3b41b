### Discord: answers

answer-quote = « { $text } »{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = légende : { $article }
answer-under = sous { $headings }
answer-article-brief = résumé de : { $title }, { $publisher }
answer-article-brief-only = résumé de : { $title }
answer-authors-more = { $count ->
    [one] { $names } et { $count } autre
   *[other] { $names } et { $count } autres
}
answer-copies = aussi dans : { $names }
answer-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
answer-date-unknown = date inconnue
answer-newest = Article le plus récent derrière cette réponse : { $date }
answer-shortened = { $left_out ->
    [0] Raccourci pour tenir ici. Les passages contiennent le texte entier.
    [one] Raccourci pour tenir ici : { $left_out } autre affirmation manque. Demande un détail pour la voir.
   *[other] Raccourci pour tenir ici : { $left_out } autres affirmations manquent. Demande un détail pour les voir.
}
answer-understood = -# Compris comme : { $question }
answer-understood-plain = Compris comme : { $question }
answer-conflict = Les articles ne sont pas d’accord : { $sides }.
answer-conflict-newest = { $words } ({ $date }, le plus récent)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = Sur cette partie, je n’ai rien trouvé dans les articles : { $part }
answer-degraded = { $why ->
    [away] Le modèle de langage n’est pas joignable en ce moment ; cette réponse a été faite sans lui.
    [slow] Le modèle de langage a mis trop de temps ; cette réponse a été faite sans lui.
    [budget] Les jetons du modèle de langage sont épuisés pour aujourd’hui ; cette réponse a été faite sans lui.
    [unusable] Le modèle de langage n’a rien donné d’utilisable ; cette réponse a été faite sans lui.
    [unsupported] Ce que le modèle de langage a dit ne figure pas dans les articles ; cette réponse a été faite sans lui.
   *[cut_short] Le modèle de langage s’est interrompu : ce qu’il avait dit jusque-là est valable, mais ce n’est peut-être pas tout.
}
answer-growing = La suite arrive…
answer-nothing-found = Je n’ai rien trouvé dans les articles qui réponde à cela.
answer-period = { $shape ->
    [since] publiés depuis le { $start }
    [until] publiés jusqu’au { $end }
    [day] publiés le { $start }
   *[between] publiés entre le { $start } et le { $end }
}
answer-period-only = Seuls les articles { $period } ont été consultés.
answer-period-preferred = { $open ->
    [yes] Les articles { $period } ont été préférés.
   *[no] Les articles { $period } ou peu après ont été préférés.
}
answer-period-set-aside = Ta question demande des articles { $period }. Les jours que tu as fixés les excluent tous, alors je m’en suis tenu aux jours que tu as fixés.
answer-nothing-in-period = Je n’ai rien trouvé qui réponde à cela dans les articles { $period }.
answer-nothing-in-period-next = Pose la question sans la date pour chercher dans tous les articles.
answer-nearest = Les articles les plus proches :
answer-nearest-line = - { $article }
answer-not-a-question = Il n’y a rien à chercher là-dedans. Pose une question en quelques mots, par exemple : combien a coûté le nouveau feu du port ?
answer-too-long = Cela fait { $length } caractères, c’est trop pour une seule question. Pose-la en une ou deux phrases.
answer-no-articles = Aucun article ne correspond à ce que tu as fixé ({ $filters }). Élargis ou retire ces choix ; `/{ discord-sources.name } { discord-sources-list.name }` montre ce qu’il y a.
answer-filter-publisher = éditeur : { $names }
answer-filter-since = depuis le { $date }
answer-filter-until = jusqu’au { $date }
answer-filter-none = aucun filtre
answer-passages-button = Passages
answer-passage-standing = { $standing ->
    [removed] ⚠️ Cet article a été retiré de l’index depuis cette réponse ; son texte n’est plus montré.
    [quote-gone] ⚠️ Cet article a changé depuis cette réponse : les mots cités n’y figurent plus. Le voici tel qu’il était alors.
   *[changed] ⚠️ Cet article a changé depuis cette réponse. Les mots cités y figurent encore ; le voici tel qu’il était alors.
}
answer-passages-gone = Les passages de cette réponse ne sont plus conservés. Repose la question pour les voir.
answer-passages-not-yours = Cette réponse est privée : seule la personne qui a posé la question peut ouvrir ses passages.
answer-passage-title = Passage { $page } sur { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Sous le titre : { $heading }
