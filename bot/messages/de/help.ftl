### Discord: help

help-title = Fragen zu den Artikeln
help-text = Ich antworte aus einer Sammlung von Artikeln, und nur aus ihr. Jede Aussage hat eine Fußnote: die Textstelle, Wort für Wort, und den Artikel, aus dem sie stammt. Was nicht in den Artikeln steht, sage ich auch nicht.
help-ask = **Fragen** kannst du mit `/{ discord-ask.name }`, oder erwähne mich zusammen mit deiner Frage. Mit `/{ discord-ask.name }` kannst du bei einem Herausgeber bleiben, bei Artikeln ab oder bis zu einem Tag, und dir die Antwort allein zeigen lassen. Auf Englisch zählen auch Zeitangaben in der Frage: “last week”, “in 2023”; bei “articles since May” bleibt es bei diesen Artikeln.
help-check = **Prüfen** kannst du mit dem Knopf *{ answer-passages-button }* unter einer Antwort, oder mit `/{ discord-sources.name } { discord-sources-list.name }` und `/{ discord-sources.name } { discord-sources-show.name }`.
help-languages = **Sprachen:** Ich antworte dir in deiner, Zitate bleiben, wie sie geschrieben wurden. Frag am besten in der Sprache der Artikel; die Suche übersetzt nicht.
help-admin = **Die Artikel verwalten** kannst du mit `/{ discord-articles.name } { discord-articles-add.name }`, `{ discord-articles-remove.name }`, `{ discord-articles-refresh.name }`, `{ discord-articles-check.name }`, `{ discord-articles-reindex.name }`, `{ discord-articles-status.name }` und `{ discord-articles-rollback.name }`, die Feeds, die neue Artikel bringen, mit `/{ discord-feeds.name } { discord-feeds-add.name }`, `{ discord-feeds-list.name }`, `{ discord-feeds-pause.name }`, `{ discord-feeds-resume.name }`, `{ discord-feeds-remove.name }` und `{ discord-feeds-refresh.name }`.
help-mention = Erwähne mich zusammen mit einer Frage, oder nimm `/{ discord-ask.name }`. Mehr sagt `/{ discord-help.name }`.
