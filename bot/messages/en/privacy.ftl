### Discord: what is stored about a person

discord-privacy = What I store about you, and how to have it or delete it
discord-privacy-show = What is stored, for how long, and who else gets your questions
discord-privacy-export = Get all that is stored about you as a file
discord-privacy-forget = Delete all that is stored about you; asks first
privacy-title = What I store about you
privacy-days = { $days ->
    [one] one day
   *[other] { $days } days
}
privacy-questions = { $logged ->
    [yes] **Questions** asked in this server are kept for { $time }, with your id: its admins turned that on, to see what the articles are missing.
   *[no] **Questions** are not logged { $place ->
        [server] in this server.
       *[elsewhere] here. A server’s admins can turn that on; each reply there then says so.
    }
}
privacy-remembered = **For follow-ups** your last questions and their answers are remembered for { $minutes } minutes, in threads for { $hours } hours.
privacy-answers = **Answers** are kept for { $days ->
    [one] one day
   *[other] { $days } days
} with your id and without the question, so that their buttons work.
privacy-feedback = **Feedback** that you give: your voice, your reason, the day and the cited articles, for { $days ->
    [one] one day
   *[other] { $days } days
}.
privacy-limits = **How often you ask** is counted in memory, for { $time } at most. It is never written down.
privacy-work = **Work on the articles** that you start is noted with your id until it is done, and for { $days ->
    [one] one day
   *[other] { $days } days
} where it fails.
privacy-model = { $where ->
    [nobody] **Nobody else** gets your question: answers are made on the machine that I run on.
    [here] **A language model** on the machine that I run on puts answers into words; it gets your question, what you asked just before, and passages of articles.
   *[elsewhere] **A language model** at { $host } puts answers into words; your question, what you asked just before, and passages of articles are sent there.
}
privacy-embeddings = Your question is sent to { $host }, which turns it into the numbers that it is searched by.
privacy-log = **The operator’s log** names your id where something failed, was refused, or changed the articles; never what you wrote.
privacy-do = `/privacy export` gives you all of it as a file, `/privacy forget` deletes it.
privacy-export-done = { $count ->
    [0] Nothing is stored about you. The file says so.
    [one] One entry is stored about you; the file holds it.
   *[other] { $count } entries are stored about you; the file holds them.
} Only you can see this.
privacy-forget-ask = { $count ->
    [one] One entry that is stored about you will be deleted
   *[other] { $count } entries that are stored about you will be deleted
}, and cannot be brought back. The buttons under your answers will then say that these are no longer kept.
privacy-forget-yes = Delete it all
privacy-forget-no = Keep it
privacy-forget-kept = Everything stays as it was.
privacy-forget-nothing = Nothing is stored about you, so there is nothing to delete.
privacy-forget-done = { $count ->
    [one] One entry was deleted,
   *[other] { $count } entries were deleted,
} and no trace of your id is left in my files.
privacy-forget-remains = What I cannot delete: messages in Discord, such as my replies (each has a Delete button until now, afterwards moderators can delete them) and lines in audit channels that name you; the operator’s log and backups. What you ask from now on is treated as before.
privacy-forget-unclean = Everything about you was deleted. The file could not be overwritten just now, so traces may be left in it for some hours; it is tried again by itself.
limit-forgetting = You have had yourself forgotten { $most } times within { $per }. You can do it again in { $wait } ({ $moment }).
