"""Beside `python -m bot`: what its commands say of themselves. (Answers are in the words of Discord.)"""

GET_ONTO_DISCORD = (
    "To bring the bot to Discord: put DISCORD_TOKEN into .env (README.md says where to get it),"
    " then run this again."
)
SAMPLE_QUESTION = "How many containers did South Korea see North Korea send to Russia?"
SAMPLE_ABOUT_ARTICLE = "What is said about: {title}"
SAMPLE_NOTE = (
    "No question came in, so here is a sample. Send one question a line, or run this in a terminal to chat."
)
UNSET = "DISCORD_TOKEN is not set."
UNSET_NEXT_STEP = (
    "Put the bot's token from Discord's developer portal into .env, or run `python -m bot chat`."
)
FEEDBACK_NONE = (
    "There are no test questions in people's feedback yet. They come of answers that were found helpful,"
    " where the question is kept, and of those that admins mark under /feedback unanswered."
)
FEEDBACK_WRITTEN = "{questions} written to {file}."
