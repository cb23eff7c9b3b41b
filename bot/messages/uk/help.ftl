### Discord: help

help-title = Запитання про статті
help-text = Я відповідаю на основі збірки статей, і лише на її основі. Кожне твердження має виноску: уривок, слово в слово, і статтю, з якої він узятий. Чого не кажуть статті, того не кажу і я.
help-ask = **Запитуйте** командою `/{ discord-ask.name }` або згадайте мене разом із запитанням. У `/{ discord-ask.name }` можна обмежитися одним виданням чи статтями від або до певного дня, а відповідь показати лише вам. Англійською враховується й час у запитанні: “last week”, “in 2023”; за “articles since May” пошук тримається лише таких статей.
help-check = **Перевіряйте** кнопкою *{ answer-passages-button }* під відповіддю або командами `/{ discord-sources.name } { discord-sources-list.name }` і `/{ discord-sources.name } { discord-sources-show.name }`.
help-languages = **Мови:** я відповідаю вашою; цитати залишаються такими, як їх написано. Якщо можете, запитуйте мовою статей: пошук не перекладає.
help-admin = **Дбайте про статті** командами `/{ discord-articles.name } { discord-articles-add.name }`, `{ discord-articles-remove.name }`, `{ discord-articles-refresh.name }`, `{ discord-articles-check.name }`, `{ discord-articles-reindex.name }`, `{ discord-articles-status.name }` і `{ discord-articles-rollback.name }`, а про стрічки, що приносять нові, — командами `/{ discord-feeds.name } { discord-feeds-add.name }`, `{ discord-feeds-list.name }`, `{ discord-feeds-pause.name }`, `{ discord-feeds-resume.name }`, `{ discord-feeds-remove.name }` і `{ discord-feeds-refresh.name }`.
help-mention = Згадайте мене разом із запитанням або скористайтеся `/{ discord-ask.name }`. Більше розкаже `/{ discord-help.name }`.
