### Discord: what people think of answers, and what the articles are missing

discord-feedback = What people think of my answers, and what the articles are missing (for admins)
discord-feedback-summary = Helpful or not, which articles were criticised, and why
discord-feedback-summary-days = Of how many days; 30 if you leave it out
discord-feedback-unanswered = Questions that the articles did not answer: what they are missing
discord-feedback-export = Test questions out of real ones, for measuring the answers
answer-logged = Questions are logged in this server · /privacy show
feedback-helpful = Helpful
feedback-not-helpful = Not helpful
feedback-title = What was not helpful?
feedback-label = Your reason
feedback-label-note = You can leave it empty. Those who look after me read it, without your name.
feedback-example = The number is that of the old lighthouse.
feedback-thanks = Thank you! You can change your mind with the same buttons. { $question ->
    [logged] For { $time } I keep your voice, your reason, the day and the cited articles; the question too, as this server logs questions.
    [agree] For { $time } I keep your voice, your reason, the day and the cited articles, but not your question. If you agree, I keep it as well: admins can then measure me by it.
   *[none] For { $time } I keep your voice, your reason, the day and the cited articles, but not the question.
}
feedback-keep-question = Keep my question, too
feedback-question-kept = Thank you! I keep this question with your voice for { $time }: “{ $question }”
feedback-question-gone = I do not remember your question any more, so I cannot keep it. Your voice counts all the same.
feedback-summary-title = Feedback of the last { $days ->
    [one] day
   *[other] { $days } days
}
feedback-summary-nothing = Nobody has judged an answer in this time. The buttons Helpful and Not helpful stand under every answer.
feedback-summary = **{ $helpful }** helpful, **{ $not_helpful }** not helpful: { $percent } % found the answer helpful.
feedback-summary-articles = **Cited where it was not helpful:**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Latest reasons:**
feedback-summary-reason = - { $day }: { $text }
feedback-unanswered-title = What the articles are missing
feedback-unanswered-about = Questions that I found no answer to, the newest first, alike ones together:
feedback-unanswered-no-more = -# Questions are not logged in this server any more; these are from before.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $day })
   *[other] ({ $count } times, last on { $day })
}
feedback-unanswered-nothing = Every question that was logged so far was answered.
feedback-unanswered-not-logged = Questions are not logged in this server, so I cannot tell which ones went without an answer. You can turn that on with `/settings`; people are then told under every answer.
feedback-missing-menu = Which of these do the articles rightly not answer?
feedback-marked = { $count ->
    [one] One question is marked
   *[other] { $count } questions are marked
} as rightly not answered: they go into `/feedback export`.
feedback-export-title = Test questions
feedback-export-nothing = There are none yet. They come of answers that were found helpful, where the question is kept, and of those that you mark under `/feedback unanswered`.
feedback-export-done = { $count ->
    [one] The file holds one question.
   *[other] The file holds { $count } questions.
} Whoever runs the bot can measure it by them: `python -m bot evaluate --questions questions.jsonl`. Read them first: a helpful answer need not be a right one.
