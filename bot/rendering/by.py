"""Used by rendering: who did something, as the index and the feeds keep it, in the reader's language.

They keep one of our English phrases, with no name in it (bot/discord/articles/work.py says why), or the
operator's command, which is the same in every language.
"""

from bot.messages import DEFAULT_LOCALE, Messages, messages_for

BY_ITSELF = ("feeds", "watch")


def said_by(kept: str, messages: Messages) -> str:
    """The phrase in the language of `messages`; what is none of ours as it stands."""
    english = messages_for(DEFAULT_LOCALE)
    if kept == english("articles-by"):
        return messages("articles-by")
    for kind in BY_ITSELF:
        if kept == english("articles-by-itself", kind=kind):
            return messages("articles-by-itself", kind=kind)
    return kept
