### Discord: what an error of the bot's own means for somebody who only asks

failure-search = The search is away for a moment. Please try again in a minute.
failure-index = I have no articles to answer from just now. Whoever runs me has to look after the index.
failure-storage = I cannot keep anything just now: my disk is full, or may not be written. Whoever runs me has to look after it.
failure-settings = I cannot read just now what the admins of this server chose, so I answer nothing here until I can. Whoever runs me has to look after it.
failure-busy = The articles are being worked on just now. Please try again in a while.
failure-other = That could not be done just now. Please try again later.
failure-id = -# Error `{ $id }`: under this id whoever runs me finds the details in the log.
