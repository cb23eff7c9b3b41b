"""First in asking a model: passages under opaque keys, fenced so that text cannot pose as anything else.

Foreign text is changed character for character only, so an offset into what the model sees is the
offset into the passage.
"""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.llm import prompts
from bot.answering.llm.budget import estimate
from index.passage import Passage

# No vowels, so that no key is a word; no letters that look alike.
ALPHABET = "bcdfghjkmnpqrstvwxz"
KEY_LENGTH = 6
FENCE_LENGTH = 10
LONGEST_NAME = 160

Choose = Callable[[str], str]  # one character of these, at random

# What templates of chat models take for turns of a conversation, and what marks up sources.
_STEERING = str.maketrans({"<": "‹", ">": "›", "{": "❴", "}": "❵"})
_BRACKETED = re.compile(r"\[(?=/?\s*(?:INST|SYS|SYSTEM|USER|ASSISTANT)\s*\])", re.IGNORECASE)
_HASHES = re.compile(r"(?m)^([^\S\n]*+)(#+)")
_ROLE = re.compile(r"(?im)^([^\S\n]*+(?:system|assistant|user|developer|human))(:)")
# Controls, invisible letters, marks that turn the direction, and the "tag" letters that spell unseen words.
_UNSEEN = re.compile(
    r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Fenced:
    """Passages as the model sees them, and which passage each key stands for."""

    fence: str
    text: str
    passages: Mapping[str, Passage]


def fence(passages: Sequence[Passage], room_tokens: int, choose: Choose = secrets.choice) -> Fenced:
    """Put as many passages as there is room for behind fences, best first; at least one."""
    everything = "\n".join(passage.text + passage.article.title for passage in passages).casefold()
    mark = fence_mark(everything, choose)
    keys: dict[str, Passage] = {}
    blocks: list[str] = []
    for passage in passages:
        key = _unused(everything, KEY_LENGTH, choose, keys)
        block = _block(mark, key, passage)
        room_tokens -= estimate(block)
        if keys and room_tokens < 0:
            break
        keys[key] = passage
        blocks.append(block)
    return Fenced(mark, "\n\n".join(blocks), keys)


def fence_mark(text: str, choose: Choose = secrets.choice) -> str:
    """What fence lines begin with: random, and nowhere in the text."""
    return "=" * 3 + _unused(text.casefold(), FENCE_LENGTH, choose)


def neutralise(text: str) -> str:
    """Make foreign text harmless for a model, one character for one."""
    text = _UNSEEN.sub(" ", text).translate(_STEERING)
    text = _BRACKETED.sub("⁅", text)
    text = _HASHES.sub(lambda found: found[1] + "＃" * len(found[2]), text)
    text = _ROLE.sub(r"\1：", text)
    return text.replace("===", "＝＝＝").replace("---", "‐‐‐")


def _block(mark: str, key: str, passage: Passage) -> str:
    article = passage.article
    head = prompts.FENCE_LINE.format(
        fence=mark,
        key=key,
        outlet=_name(article.publisher or ""),
        date=article.published.isoformat() if article.published else prompts.UNKNOWN,
        title=_name(article.title),
    )
    return "\n".join([head, neutralise(passage.text), prompts.FENCE_END.format(fence=mark, key=key)])


def _name(text: str) -> str:
    """A title or an outlet on one line, where it cannot add a field of its own."""
    line = " ".join(neutralise(text).replace("|", "/").split())
    return line[:LONGEST_NAME] or prompts.UNKNOWN


def _unused(text: str, length: int, choose: Choose, taken: Mapping[str, Passage] | None = None) -> str:
    """Random letters that occur nowhere in the text."""
    while True:
        letters = "".join(choose(ALPHABET) for _ in range(length))
        if letters not in text and letters not in (taken or ()):
            return letters
