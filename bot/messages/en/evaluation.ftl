### Evaluation

evaluation-kinds = { $answerable } can be answered from the articles, { $unanswerable } cannot.
evaluation-degraded = { $count ->
    [one] In one answer the language model
   *[other] In { $count } answers the language model
} did not do its part, so these figures are not those of the model.
evaluation-interval = 95 % interval
evaluation-unlabelled = No question says what is right, so more cannot be measured: docs/evaluation.md says how to add it.
evaluation-against = Change since { $file }:
evaluation-against-lacks = { $file } has no result for { $count ->
    [one] one question, which is
   *[other] { $count } questions, which are
} left out of the comparison.
evaluation-beyond-noise = beyond noise
evaluation-model = Models: { $embedding } (embedding), { $llm } (language model)
evaluation-index = Index: { $fingerprint } ({ $articles } articles, { $chunks } passages, { $megabytes } MB)
evaluation-results = Result lines: { $file }
evaluation-failures = Failures, to read: { $file }

failures-title = { $failures } of { $questions } questions went wrong
failures-unsupported = Statements that do not stand in the article they name
failures-wrong = Answered, but without the right answer in what is shown
failures-invented = Answered, though the articles hold no answer
failures-refused = Refused, though the articles hold the answer
failures-odd = Questions that cannot be answered as they are written
failures-odd-article = names the article “{ $article }”, which is not there
failures-odd-answer = its answer “{ $answer }” stands in none of the articles that it names
failures-asked = Asked: { $day }
failures-expected = Expected: **{ $answer }** (in: { $articles })
failures-expected-none = Expected: a refusal
failures-place = { $found ->
    [yes] The answer stands in passage { $rank } of { $passages }, after { $before } characters.
   *[no] The answer stands in none of the { $passages } passages that were found.
}
failures-article = { $found ->
    [yes] The first passage of an article that holds it: { $rank }.
   *[no] No passage is of an article that holds it.
}
failures-too-late = It stands in what is shown, but after the first { $limit } characters.
failures-uncited = { $count ->
    [one] One statement has no citation.
   *[other] { $count } statements have no citation.
}
failures-not-verbatim = { $count ->
    [one] One quote does not stand in its article.
   *[other] { $count } quotes do not stand in their articles.
}
failures-shown = Shown ({ $chars } characters):
failures-nothing-shown = Shown: “I found nothing”, and as the nearest articles:
