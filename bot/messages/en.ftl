### Discord: answers ----------------------------------------------------------------------------

answer-quote = “{ $text }” { $marks }
answer-statement = { $text } { $marks }
answer-footnote = [{ $number }] { $article }
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
    [0] *Shortened to fit. The passages hold the full text.*
    [one] *Shortened to fit: one more statement was left out. Ask about a detail to see it.*
   *[other] *Shortened to fit: { $left_out } more statements were left out. Ask about a detail to see them.*
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
answer-nearest-line = • { $article }
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

### Discord: names and descriptions of commands (at most 100 characters each) ---------------------

discord-ask = Ask the articles; every statement of the answer has a footnote
discord-ask-question = What do you want to know?
discord-ask-publisher = Only articles of this publisher
discord-ask-since = Only articles published on or after this day, such as 2026-05-02 or May 2026
discord-ask-until = Only articles published on or before this day, such as 2026-05-02 or May 2026
discord-ask-private = Show the answer only to you
discord-sources = What the answers come from
discord-sources-list = List the articles, newest first
discord-sources-list-search = Only articles with this in their title, publisher or file name
discord-sources-show = One article: where it comes from, and its passages
discord-sources-show-article = Start typing a title
discord-articles = Look after the articles (for admins)
discord-articles-add = Bring in articles: web pages by their addresses, or files
discord-articles-add-links = Addresses of pages, with spaces between
discord-articles-add-file = A file: text, Markdown, HTML, PDF, DOCX, EPUB or JSON lines
discord-articles-add-file_2 = Another file
discord-articles-add-file_3 = Another file
discord-articles-add-file_4 = Another file
discord-articles-add-file_5 = Another file
discord-articles-remove = Take an article out of the index; asks first
discord-articles-remove-article = The article: type a part of its title
discord-articles-refresh = Ask the pages that were added by their addresses whether they changed
discord-articles-check = See what a reindex would change, without changing anything
discord-articles-reindex = Read the articles folder again and publish what changed
discord-articles-status = What is published, and whether a reindex is running
discord-articles-rollback = Publish the index before this one again
discord-feeds = Look after the feeds that bring new articles (for admins)
discord-feeds-add = Add feeds and bring their newest articles: RSS, Atom, JSON Feed, sitemaps
discord-feeds-add-links = Addresses of feeds, or of sites that name one, with spaces between
discord-feeds-list = Every feed: last success, articles, next visit, last error
discord-feeds-pause = Ask a feed for nothing new until it is resumed
discord-feeds-pause-feed = The feed: type a part of its title
discord-feeds-resume = Ask a paused feed again
discord-feeds-resume-feed = The feed: type a part of its title
discord-feeds-remove = Forget a feed; its articles stay unless you say otherwise
discord-feeds-remove-feed = The feed: type a part of its title
discord-feeds-remove-with_articles = Take its articles out of the index too
discord-feeds-refresh = Ask the feeds for new articles now
discord-feeds-refresh-feed = Only this one, even if it is paused
discord-help = What this bot does and how to ask

discord-previous = Previous
discord-next = Next
discord-not-yours = Only the person who opened this list can turn its pages. Run the command yourself to get your own.
discord-stopping = I am restarting just now. Please try again in a minute.
discord-no-previous-page = There is no such page any more.

### Discord: help --------------------------------------------------------------------------------

help-title = Questions about the articles
help-text = I answer from a collection of articles, and only from it. Every statement has a footnote: the passage, word for word, and the article it comes from. If the articles do not say it, I do not either.
help-ask = **Ask** with `/ask`, or mention me with your question. With `/ask` you can keep to one publisher, to articles since or until a day, and have the answer shown only to you. Times in a question count: “last week”, “in 2023”; “articles since May” keeps to those.
help-check = **Check** with the button *Passages* under an answer, or with `/sources list` and `/sources show`.
help-admin = **Look after the articles** with `/articles add`, `remove`, `refresh`, `check`, `reindex`, `status` and `rollback`, and after the feeds that bring new ones with `/feeds add`, `list`, `pause`, `resume`, `remove` and `refresh`.
help-mention = Mention me together with a question, or use `/ask`. `/help` says more.

### Discord: sources -----------------------------------------------------------------------------

sources-title = Articles
sources-title-search = Articles with “{ $search }”
sources-count = { $total ->
    [one] One article
   *[other] { $total } articles
} · newest: { $newest } · published { $published }
sources-line = • { $article }
sources-none = No articles yet. An admin can add some to the articles folder and run `/articles reindex`.
sources-none-found = No article has “{ $search }” in its title, publisher or file name.
sources-page = Page { $page } of { $pages }
sources-unknown = There is no article called “{ $title }”. Start typing in `/sources show` and pick one from the list.
sources-passage-page = Passage { $page } of { $pages }
sources-no-passages = This article has no passages.
sources-field-publisher = Publisher
sources-field-authors = Author
sources-field-published = Published
sources-field-modified = Changed
sources-field-section = Section
sources-field-from = From
sources-field-kind = Kind
sources-field-versions = Versions
sources-version = { $change ->
    [added] { $day }: indexed
    [removed] { $day }: removed
   *[changed] { $day }: { $what }
}
sources-version-text = paragraphs: { $added } new, { $removed } gone
sources-version-other = changed
sources-version-field = { $field ->
    [title] title changed
    [publisher] publisher changed
    [authors] authors changed
    [published] date changed
    [url] address changed
    [language] language changed
   *[section] section changed
}
sources-kind-brief = a brief of that article, not its own text
sources-unknown-value = unknown
sources-search-too-long = Please search for at most { $limit } characters.

### Discord: the admin's side ---------------------------------------------------------------------

articles-by = { $name } on Discord
articles-by-itself = { $kind ->
    [feeds] the schedule of the feeds
   *[watch] the watch on the articles folder
}
articles-stage = { $stage ->
    [fetching] Fetching the pages
    [reading] Reading the articles
    [chunking] Splitting them into passages
    [embedding] Computing vectors
    [writing] Writing the index
    [checking] Checking the index
   *[publishing] Publishing
}
articles-progress-title = { $kind ->
    [check] Checking the articles folder
    [add] Adding articles
    [remove] Removing articles
    [refresh] Asking the pages for changes
    [rollback] Rolling back
    [feeds] Reading the feeds
   *[reindex] Reindexing
}
articles-kind = { $kind ->
    [check] check
    [add] addition
    [remove] removal
    [refresh] refresh of the pages
    [rollback] rollback
    [feeds] work on the feeds
   *[reindex] reindex
}
articles-add-what = Give at least one link or file. Several links go into one option, with spaces between.
articles-add-too-many = Please give at most { $limit } links at once.
articles-add-too-large = These files are too large: at most { $megabytes } MB together. Whoever runs the bot can put larger ones into the articles folder.
articles-add-not-fetched = could not be fetched from Discord. Attach it once more.
articles-add-title = Added
articles-add-nothing-title = Nothing could be added
articles-refresh-title = The pages were asked for changes
articles-remove-title = Removed
articles-remove-nothing-title = Nothing was removed
articles-sources-added = **Brought in:** { $count }
articles-sources-failed = **Not done:** { $count }
articles-sources-removed = **Taken out:** { $count }
articles-pages-changed = **Changed pages:** { $count }
articles-pages-unchanged = Unchanged pages: { $count }
articles-pages-gone = **Gone from their sites:** { $count }. Their articles stay until somebody removes them.
articles-source = { $outcome ->
    [added] • { $name }{ $articles ->
        [one] {""}
       *[other] {" "}({ $articles } articles)
    }
    [changed] • { $name }: has changed since it was added
    [unchanged] • { $name }: was there already
   *[removed] • { $name }: was removed before, and stays so
}
articles-source-moved = • { $name } (moved aside, into the data folder)
articles-remove-ask = Remove this article? After that no answer cites it. Its file is moved aside, not deleted.

    { $article }
articles-remove-confirm = Remove
confirm-leave = Leave it
confirm-left = Nothing was changed.
feeds-title = { $count ->
    [one] One feed
   *[other] { $count } feeds
}
feeds-title-none = No feeds
feeds-none = No feed brings new articles yet. `/feeds add` adds one by its address, or by that of its site.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Last success { $last } · { $articles ->
    [one] one article
   *[other] { $articles } articles
} · next { $next }
feeds-never = never
feeds-next-paused = not before it is resumed
feeds-error = { $failures ->
    [0] **Last error:** { $error }
    [one] **Last error:** { $error }
   *[other] **Last error, { $failures } times in a row:** { $error }
}
feeds-paused = **Paused** by { $by }
feeds-more = … and { $count } more
feeds-round = { $name }: { $new } new, { $changed } changed
feeds-round-nothing = { $name }: nothing new
feeds-round-failed = { $name } could not be had: it { $error }
feeds-round-paused = { $name } is paused from now on: it { $error } Its articles stay.
feeds-known = { $name } was added before.
feeds-known-paused = { $name } was added before and is paused; `/feeds resume` has it asked again.
feeds-waiting = { $count } more come with the next rounds.
feeds-passed-over = { $count } older items were there before and are left out.
feeds-problems = **Could not be had:** { $count }
feeds-published = Published as { $generation }.
feeds-none-asked = There was no feed to ask.
feeds-added-title = Feeds added
feeds-not-added-title = No feed was added
feeds-refreshed-title = The feeds were asked for what is new
feeds-summary = { $feeds ->
    [one] one feed
   *[other] { $feeds } feeds
}: { $new } new, { $changed } changed, { $failed } failed
feeds-add-what = Give the addresses of feeds, with spaces between: at least one, and at most { $limit } at once.
feeds-unknown = There is no feed { $feed }. Pick one of the suggestions; `/feeds list` shows them all.
feeds-pause-done = Paused: { $name }. Its articles stay.
feeds-resume-done = Asked again from now on: { $name }
feeds-audit = { $who }: { $result }
feeds-remove-ask = Remove the feed { $name }? It brings nothing new then; its articles stay.
feeds-remove-ask-all = Remove the feed { $name }, and its articles ({ $articles })? After that no answer cites them. Their files are moved aside, not deleted.
feeds-remove-confirm = Remove
feeds-removed-title = Removed
feeds-removed = The feed { $name } is removed. Its articles stay.
feeds-removed-with-articles = The feed { $name } is removed, and { $articles ->
    [one] its article
   *[other] its { $articles } articles
} with it.
articles-cancel = Cancel
articles-cancel-too-late = That work has ended already.
articles-cancelled-title = The { $what } was cancelled
articles-cancelled = Ended by { $by }. What was published before goes on answering; the next build takes over what was done so far.
articles-cancelled-summary = cancelled
articles-failed-summary = failed: { $error }
articles-audit = { $who }: { $what }, { $result }
articles-summary = { $added } added, { $changed } changed, { $removed } removed, { $problems } not readable
articles-summary-nothing = nothing had changed
articles-summary-rollback = answers come from { $generation } again
articles-interrupted = The { $what } that you started { $since } was cut short when the bot stopped. { $became }
articles-interrupted-published = Its result had been published by then, and answers come from it.
articles-interrupted-lost = Nothing of it was published; what was published before goes on answering. Start it again when you like: it takes over what was done.
articles-progress-start = Starting…
articles-progress-count = { $done } of { $total }
articles-progress-rate = { $rate }/s
articles-progress-left = about { $time } left
articles-time-seconds = { $count } s
articles-time-minutes = { $count } min
articles-done-title = Reindexed
articles-unchanged-title = Nothing to reindex
articles-check-title = What a reindex would do
articles-nothing-changed = The articles folder is as it was; nothing was published and nothing had to be.
articles-check-nothing = Nothing: the articles folder is as it was.
articles-added = **Added:** { $count }
articles-changed = **Changed:** { $count }
articles-removed = **Removed:** { $count }
articles-unchanged = Unchanged: { $count }
articles-copies = { $count ->
    [one] One article has the same text as another and was folded into it
   *[other] { $count } articles have the same text as another and were folded into it
}
articles-problems = **Could not be read:** { $count }
articles-item = • { $name }
articles-problem = • { $name }: { $reason }
articles-more = • and { $count } more
articles-published = Published as { $generation } after { $time }; { $embedded } passages computed, { $reused } reused.
articles-would-take = The check took { $time }.
articles-status-title = The index
articles-status-published = Published
articles-status-published-value = { $when } by { $by }
articles-status-articles = Articles
articles-status-passages = Passages
articles-status-newest = Newest article
articles-status-model = Embedding model
articles-status-size = Size
articles-status-size-value = { $megabytes } MB
articles-status-generation = Generation
articles-status-running = **Running now:** { $what }, started { $since } by { $by }
articles-status-failure = **Failed { $when }:** { $what } of { $by }: { $error }
articles-rollback-title = Rolled back
articles-rollback-done = Answers come from { $generation } again. A reindex publishes the articles folder as it is now.
articles-goes-on = This goes on, but Discord lets me update this message for 15 minutes only, and no other message can be sent to you. `/articles status` shows what is published.
articles-goes-on-there = Discord lets me update this message for 15 minutes only, so this goes on here: { $link }
articles-finished-elsewhere = { $mention }, your work on the articles is finished. I could not send you a direct message; `/articles status` shows what is published.
articles-stopped = The bot is shutting down, so this was stopped. What was published before goes on answering.

### Discord: errors ------------------------------------------------------------------------------

error-title = That did not work
error-refused-title = Not possible
error-unexpected = Something went wrong that should not have. Please tell an admin this id: `{ $id }`
error-no-permission = Only people who may manage this server can do that.
error-server-only = That works only in a server.
error-command-changed = My commands have changed. Reload Discord (Ctrl+R) and try again.
error-took-too-long = That took too long and was given up. Please try again in a moment.
error-date = I cannot read “{ $text }” as a day. Write it like 2026-05-02, 2 May 2026 or May 2026.
error-date-ambiguous = “{ $text }” could be two different days. Write it like 2026-05-02 or 2 May 2026.
error-date-order = Nothing lies between the two days: “since” ({ $since }) is later than “until” ({ $until }).
error-publisher = No article is published by “{ $name }”.
error-publisher-near = No article is published by “{ $name }”. Did you mean { $near }?

### Terminal --------------------------------------------------------------------------------------

terminal-prompt = Ask:{" "}
terminal-welcome =
    { $articles ->
        [one] One article is indexed
       *[other] { $articles } articles are indexed
    }; newest: { $newest }.
    Ask a question, or type /help.
terminal-help =
    Type a question and press Enter.
    /passages (or p)     the passages behind the last answer, word for word
    /passages all        every passage that was found for it
    /sources TEXT        the articles whose title, publisher or file has TEXT in it
    /quit (or Ctrl-D)    leave
terminal-unknown-command = There is no { $command } here. /help names what there is.
terminal-no-answer-yet = Ask something first; then /passages shows what the answer stands on.
terminal-no-passages = No passages belong to this answer.
terminal-no-articles = No article matches what was set ({ $filters }). Widen it or leave it out.
terminal-file = file: { $file }
terminal-passages-hint = p shows the passages word for word.
terminal-stopped = Stopped.
terminal-sources-none = No article has that in its title, publisher or file name.
terminal-sources-more = { $count ->
    [one] … and one more. Name a part of its title, publisher or file: /sources TEXT
   *[other] … and { $count } more. Name a part of a title, publisher or file: /sources TEXT
}

### Command line ----------------------------------------------------------------------------------

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

### Evaluation --------------------------------------------------------------------------------------

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
