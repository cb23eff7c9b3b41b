### Discord: the admin's side, articles

articles-by = an admin on Discord
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
    [added] - { $name }{ $articles ->
        [one] {""}
       *[other] {" "}({ $articles } articles)
    }
    [changed] - { $name }: has changed since it was added
    [unchanged] - { $name }: was there already
   *[removed] - { $name }: was removed before, and stays so
}
articles-source-moved = - { $name } (moved aside, into the data folder)
articles-remove-ask = Remove this article? After that no answer cites it. Its file is moved aside, not deleted.

    { $article }
articles-remove-confirm = Remove
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
articles-waiting-for = Waiting its turn: work of { $by } on the articles began { $since }. This goes on by itself when that is done.
articles-waiting = Waiting its turn: the articles are being worked on. This goes on by itself when that is done.
articles-progress-count = { $done } of { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/s
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
articles-item = - { $name }
articles-problem = - { $name }: { $reason }
articles-more = - and { $count } more
articles-published = Published as { $generation } after { $time }; passages: { $embedded } computed, { $reused } reused.
articles-would-take = The check took { $time }.
articles-status-title = The index
articles-status-published = Published
articles-status-published-value = { $when } by { $by }
articles-status-articles = Articles
articles-status-passages = Passages
articles-status-newest = Newest article
articles-status-model = Embedding model
articles-status-size = Size
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB
articles-status-generation = Generation
articles-status-running = **Running now:** { $what }, started { $since } by { $by }
articles-status-waiting = **Waiting its turn:** { $what }, started { $since } by { $by }
articles-status-failure = **Failed { $when }:** { $what } of { $by }: { $error }
articles-rollback-title = Rolled back
articles-rollback-done = Answers come from { $generation } again. A reindex publishes the articles folder as it is now.
articles-goes-on = This goes on, but Discord lets me update this message for 15 minutes only, and no other message can be sent to you. `/articles status` shows what is published.
articles-goes-on-there = Discord lets me update this message for 15 minutes only, so this goes on here: { $link }
articles-finished-elsewhere = { $mention }, your work on the articles is finished. I could not send you a direct message; `/articles status` shows what is published.
articles-stopped = The bot is shutting down, so this was stopped. What was published before goes on answering.
