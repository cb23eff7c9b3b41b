### Discord: answers

# The marks bring the space before them: one that does not break where Discord shows them.
answer-quote = “{ $text }”{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = caption: { $article }
answer-under = under { $headings }
answer-article-brief = brief of: { $title }, { $publisher }
answer-article-brief-only = brief of: { $title }
answer-authors-more = { $count ->
    [one] { $names } and one more
   *[other] { $names } and { $count } more
}
answer-copies = also in: { $names }
answer-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
answer-date-unknown = date unknown
answer-newest = Newest article behind this answer: { $date }
answer-shortened = { $left_out ->
    [0] Shortened to fit. The passages hold the full text.
    [one] Shortened to fit: one more statement was left out. Ask about a detail to see it.
   *[other] Shortened to fit: { $left_out } more statements were left out. Ask about a detail to see them.
}
answer-understood = -# Understood as: { $question }
answer-understood-plain = Understood as: { $question }
answer-conflict = The articles differ: { $sides }.
answer-conflict-newest = { $words } ({ $date }, the newest)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = I found nothing in the articles about this part: { $part }
answer-degraded = { $why ->
    [away] The language model cannot be reached just now, so this was answered without it.
    [slow] The language model took too long, so this was answered without it.
    [budget] The language model's tokens for today are used up, so this was answered without it.
    [unusable] The language model gave no answer that can be used, so this was answered without it.
    [unsupported] What the language model said does not stand in the articles, so this was answered without it.
   *[cut_short] The language model broke off: what it had said until then holds, but may not be all.
}
answer-growing = More is on its way …
answer-nothing-found = I found nothing in the articles that answers this.
answer-period = { $shape ->
    [since] published since { $start }
    [until] published until { $end }
    [day] published on { $start }
   *[between] published from { $start } to { $end }
}
answer-period-only = Only articles { $period } were searched.
answer-period-preferred = { $open ->
    [yes] Articles { $period } were preferred.
   *[no] Articles { $period } or soon after were preferred.
}
answer-period-set-aside = Your question asks for articles { $period }. The days that you set leave out all of these, so I kept to the days that you set.
answer-nothing-in-period = I found nothing in the articles { $period } that answers this.
answer-nothing-in-period-next = Ask without the time to have all articles searched.
answer-nearest = The nearest articles:
answer-nearest-line = - { $article }
answer-not-a-question = There is nothing in this to search for. Ask a question in a few words, for example: What did the harbour's new light cost?
answer-too-long = That is { $length } characters, which is too long for one question. Please ask in a sentence or two.
answer-no-articles = No article matches what you set ({ $filters }). Widen it, or leave it out; `/sources list` shows what there is.
answer-filter-publisher = publisher: { $names }
answer-filter-since = since { $date }
answer-filter-until = until { $date }
answer-filter-none = no filter
answer-passages-button = Passages
answer-passage-standing = { $standing ->
    [removed] ⚠️ This article has been taken out of the index since this answer was given; its text is no longer shown.
    [quote-gone] ⚠️ This article has changed since this answer was given: the quoted words no longer stand in it. Below is how it read then.
   *[changed] ⚠️ This article has changed since this answer was given. The quoted words still stand in it; below is how it read then.
}
answer-passages-gone = The passages of this answer are no longer kept. Ask the question again to see them.
answer-passages-not-yours = This answer is private: only the person who asked can open its passages.
answer-passage-title = Passage { $page } of { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Under: { $heading }
