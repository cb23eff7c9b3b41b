"""Beside the evaluation: every word of its table and its list of failures, and what is wrong in its files."""

EVALUATING = "Answering"
EVALUATED = "{questions}: {answered:,} answered, {refused:,} refused."
KINDS = "{answerable:,} can be answered from the articles, {unanswerable:,} cannot."
DEGRADED = "In {answers} the language model did not do its part, so these figures are not those of the model."
INTERVAL = "95 % interval"
UNLABELLED = (
    "No question says what is right, so more cannot be measured: docs/evaluation.md says how to add it."
)
AGAINST = "Change since {file}:"
AGAINST_LACKS = "{file} has no result for {questions}, left out of the comparison."
BEYOND_NOISE = "beyond noise"
MODEL = "Models: {embedding} (embedding), {llm} (language model)"
INDEX = "Index: {fingerprint} ({articles:,} articles, {chunks:,} passages, {megabytes} MB)"
RESULTS = "Result lines: {file}"
FAILURES = "Failures, to read: {file}"

FILE_MISSING = "{file} cannot be read: {reason}."
FILE_MISSING_NEXT = "Check the path."
QUESTION_LINE = "{file}, line {line}: {reason}."
QUESTION_LINE_NEXT = 'Each line is a JSON object with "id" and "question", both text.'
NO_QUESTIONS = "{file} holds no question."
NOT_AN_OBJECT = "not an object"
FIELD_MISSING = '"{name}" is missing or not text'
QUESTION_TWICE = 'the id "{id}" was there before'
ANSWER_WRONG = '"answer" must be text with letters or digits in it, or null'
ASKED_WRONG = '"asked" must be a day such as 2026-05-03'
RELEVANT_WRONG = '"relevant" must be a list of article ids'
RESULT_LINE_NEXT = "The file must hold result lines, as `python -m bot evaluate` writes them."

FAILURES_TITLE = "{failures:,} of {questions:,} questions went wrong"
UNSUPPORTED = "Statements that do not stand in the article they name"
WRONG = "Answered, but without the right answer in what is shown"
INVENTED = "Answered, though the articles hold no answer"
REFUSED = "Refused, though the articles hold the answer"
ODD = "Questions that cannot be answered as they are written"
ODD_ARTICLE = "names the article “{article}”, which is not there"
ODD_ANSWER = "its answer “{answer}” stands in none of the articles that it names"
ASKED = "Asked: {day}"
EXPECTED = "Expected: **{answer}** (in: {articles})"
EXPECTED_NONE = "Expected: a refusal"
PLACE_FOUND = "The answer stands in passage {rank} of {passages}, after {before:,} characters."
PLACE_NOT_FOUND = "The answer stands in none of the {passages} passages that were found."
ARTICLE_FOUND = "The first passage of an article that holds it: {rank}."
ARTICLE_NOT_FOUND = "No passage is of an article that holds it."
TOO_LATE = "It stands in what is shown, but after the first {limit:,} characters."
UNCITED = "Without a citation: {statements}."
NOT_VERBATIM = "Not word for word in its article: {quotes}."
SHOWN = "Shown ({chars:,} characters):"
NOTHING_SHOWN = "Shown: “I found nothing”, and as the nearest articles:"
