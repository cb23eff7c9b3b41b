### Discord: help

help-title = Questions about the articles
help-text = I answer from a collection of articles, and only from it. Every statement has a footnote: the passage, word for word, and the article it comes from. If the articles do not say it, I do not either.
help-ask = **Ask** with `/ask`, or mention me with your question. With `/ask` you can keep to one publisher, to articles since or until a day, and have the answer shown only to you. Times in a question count: “last week”, “in 2023”; “articles since May” keeps to those.
help-check = **Check** with the button *Passages* under an answer, or with `/sources list` and `/sources show`.
help-languages = **Languages:** I reply in yours; quotes stay as they were written. Ask in the language of the articles if you can: the search does not translate.
help-admin = **Look after the articles** with `/articles add`, `remove`, `refresh`, `check`, `reindex`, `status` and `rollback`, and after the feeds that bring new ones with `/feeds add`, `list`, `pause`, `resume`, `remove` and `refresh`.
help-mention = Mention me together with a question, or use `/ask`. `/help` says more.
