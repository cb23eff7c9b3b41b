### Discord: the admin's side, feeds

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
