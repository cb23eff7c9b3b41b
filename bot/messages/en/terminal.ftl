### Terminal

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
