### Discord: help

help-title = Des questions sur les articles
help-text = Je réponds à partir d’une collection d’articles, et d’elle seule. Chaque affirmation a une note : le passage, mot pour mot, et l’article d’où il vient. Ce que les articles ne disent pas, je ne le dis pas non plus.
help-ask = **Demande** avec `/{ discord-ask.name }`, ou mentionne-moi avec ta question. Avec `/{ discord-ask.name }`, tu peux t’en tenir à un éditeur ou aux articles depuis ou jusqu’à un jour, et n’afficher la réponse que pour toi. En anglais, les dates dans la question comptent aussi : “last week”, “in 2023” ; avec “articles since May”, la recherche s’en tient à ceux-là.
help-check = **Vérifie** avec le bouton *{ answer-passages-button }* sous une réponse, ou avec `/{ discord-sources.name } { discord-sources-list.name }` et `/{ discord-sources.name } { discord-sources-show.name }`.
help-languages = **Langues :** je te réponds dans la tienne ; les citations restent telles qu’elles ont été écrites. Si tu peux, pose ta question dans la langue des articles : la recherche ne traduit pas.
help-admin = **Occupe-toi des articles** avec `/{ discord-articles.name } { discord-articles-add.name }`, `{ discord-articles-remove.name }`, `{ discord-articles-refresh.name }`, `{ discord-articles-check.name }`, `{ discord-articles-reindex.name }`, `{ discord-articles-status.name }` et `{ discord-articles-rollback.name }`, et des flux qui en apportent de nouveaux avec `/{ discord-feeds.name } { discord-feeds-add.name }`, `{ discord-feeds-list.name }`, `{ discord-feeds-pause.name }`, `{ discord-feeds-resume.name }`, `{ discord-feeds-remove.name }` et `{ discord-feeds-refresh.name }`.
help-mention = Mentionne-moi avec une question, ou utilise `/{ discord-ask.name }`. `/{ discord-help.name }` en dit plus.
