"""Before the search: what a person typed becomes words to search for, or the reason why it cannot."""

import re

from bot.answer import Outcome
from index.characters import plain_characters
from index.words import tokens

# Discord lets a member write 2,000 characters and a subscriber 4,000. The longest of the quiz questions
# that the bot is measured on has 220; beyond 1,000 it is a text, not a question, and the embedding
# model (256 tokens) would read only its beginning.
LONGEST_QUESTION = 1000

_MENTION = re.compile(
    r"<(?:@[!&]?|#|/[^:<>]{1,100}:|a?:\w{2,32}:|t:)-?\d{1,20}(?::[a-zA-Z])?>|@(?:everyone|here)\b"
)
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(<?https?://[^)\s\[]{1,2000}\)")
_URL = re.compile(r"<?https?://[^\s>]+>?")
_FENCE = re.compile(r"```(?:\w+\n)?")
_MARKS = re.compile(
    r"(?m)^(?:\s{0,3}+(?:#{1,3}|-#|>{1,3}|[-*•])\s++)+|`|[*~|]{2,3}|(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)"
)
_CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f]+")


def clean(text: str) -> str:
    """Return the question's own words: without mentions, emoji codes, links' addresses and markdown, and
    spelt with the same characters as articles are."""
    text = plain_characters(text)
    for pattern, replacement in (
        (_MENTION, " "),
        (_LINK, r"\1"),
        (_URL, " "),
        (_FENCE, " "),
        (_MARKS, ""),
        (_CONTROL, " "),
        (_MENTION, " "),  # once more: taking marks away may have put one together
    ):
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def objection(cleaned: str) -> Outcome | None:
    """Return why a cleaned question cannot be searched for, None where it can."""
    if not any(word.text[0].isalnum() for word in tokens(cleaned[:LONGEST_QUESTION])):
        return Outcome.NOT_A_QUESTION
    if len(cleaned) > LONGEST_QUESTION:
        return Outcome.TOO_LONG
    return None
