### Command line

cli-building-first = Nothing is indexed yet, so { $folder } is indexed first.
cli-built = { $articles ->
    [one] Indexed one article in { $seconds } s.
   *[other] Indexed { $articles } articles in { $seconds } s.
}
cli-problem = Not read: { $source }: { $reason }
cli-get-onto-discord = To bring the bot to Discord: put DISCORD_TOKEN into .env (README.md says where to get it), then run this again.
cli-sample-question = How many containers did South Korea see North Korea send to Russia?
cli-sample-about-article = What is said about: { $title }
cli-sample-note = No question came in, so here is a sample. Send one question a line, or run this in a terminal to chat.
cli-no-token = DISCORD_TOKEN is not set.
cli-no-token-next = Put the bot's token from Discord's developer portal into .env, or run `python -m bot chat`.
cli-evaluated = { $questions ->
    [one] One question
   *[other] { $questions } questions
}: { $answered } answered, { $refused } refused.
cli-evaluating = Answering
cli-file-missing = { $file } cannot be read: { $reason }.
cli-file-missing-next = Check the path.
cli-question-line = { $file }, line { $line }: { $reason }.
cli-question-line-next = Each line is a JSON object with "id" and "question", both text.
cli-no-questions = { $file } holds no question.
cli-not-an-object = not an object
cli-field-missing = "{ $name }" is missing or not text
cli-question-twice = the id "{ $id }" was there before
cli-answer-wrong = "answer" must be text with letters or digits in it, or null
cli-asked-wrong = "asked" must be a day such as 2026-05-03
cli-relevant-wrong = "relevant" must be a list of article ids
cli-result-line-next = The file must hold result lines, as `python -m bot evaluate` writes them.
cli-feedback-none = There are no test questions in people's feedback yet. They come of answers that were found helpful, where the question is kept, and of those that admins mark under /feedback unanswered.
cli-feedback-written = { $count ->
    [one] One question
   *[other] { $count } questions
} written to { $file }.
