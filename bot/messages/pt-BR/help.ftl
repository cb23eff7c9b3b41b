### Discord: help

help-title = Perguntas sobre os artigos
help-text = Eu respondo a partir de uma coleção de artigos, e só dela. Cada afirmação tem uma nota de rodapé: o trecho, palavra por palavra, e o artigo de onde ele vem. O que os artigos não dizem, eu também não digo.
help-ask = **Pergunte** com `/{ discord-ask.name }`, ou mencione-me com a sua pergunta. Com `/{ discord-ask.name }` você pode ficar em um só veículo ou nos artigos desde ou até um dia, e ver a resposta só para você. Em inglês, datas dentro da pergunta também contam: “last week”, “in 2023”; com “articles since May” a busca fica só nesses.
help-check = **Confira** com o botão *{ answer-passages-button }* embaixo de uma resposta, ou com `/{ discord-sources.name } { discord-sources-list.name }` e `/{ discord-sources.name } { discord-sources-show.name }`.
help-languages = **Idiomas:** respondo no seu; as citações ficam como foram escritas. Se puder, pergunte no idioma dos artigos: a busca não traduz.
help-admin = **Cuide dos artigos** com `/{ discord-articles.name } { discord-articles-add.name }`, `{ discord-articles-remove.name }`, `{ discord-articles-refresh.name }`, `{ discord-articles-check.name }`, `{ discord-articles-reindex.name }`, `{ discord-articles-status.name }` e `{ discord-articles-rollback.name }`, e dos feeds que trazem artigos novos com `/{ discord-feeds.name } { discord-feeds-add.name }`, `{ discord-feeds-list.name }`, `{ discord-feeds-pause.name }`, `{ discord-feeds-resume.name }`, `{ discord-feeds-remove.name }` e `{ discord-feeds-refresh.name }`.
help-mention = Mencione-me junto com uma pergunta, ou use `/{ discord-ask.name }`. `/{ discord-help.name }` conta mais.
