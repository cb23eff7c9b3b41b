"""Last touch on a quote: the answering words in bold, where they can be told.

Only numbers and dates can: of names, the likeliest in the best window was the answer in 27 of 109
questions of news-dev, and a wrong word in bold misleads more than none.
"""

from collections.abc import Iterator, Sequence

from bot.answering.english.answer_words import DEGREES, NUMBER_JOINERS
from bot.answering.extractive.expected_answer import SHARP, Expected, Offer
from bot.answering.extractive.windows import Window
from index.words import Token, fold, tokens

BEFORE = 2  # words: "6,700 shipping containers"
AFTER = 5  # words: "a range of between 40 kilometres"
SURE = 0.5  # coverage above which a window's only number or date is taken for the answer


def embolden(window: Window, question: str, expected: Expected) -> tuple[tuple[int, int], ...]:
    """Return offsets into the window's text of the words that answer; none where they cannot be told."""
    if expected not in SHARP:
        return ()
    words, offers = window.words, window.offers
    found = _beside(words, offers, question) if expected is not Expected.TIME else []
    if not found and len({offer.key for offer in offers}) == 1 and window.features.coverage >= SURE:
        found = offers
    return tuple(dict.fromkeys(_with_unit(window.text, words, offer) for offer in found))


def _counted(question: str) -> frozenset[str]:
    """The stem of what is counted or measured: "containers" of "how many containers did …"."""
    words = tokens(question)
    for position, word in enumerate(words[:-1]):
        asks = fold(word.text)
        if asks not in ("how", "what", "which"):
            continue
        after = words[position + 1 :]
        if asks == "how" and fold(after[0].text) in DEGREES:
            after = after[1:]
        return frozenset(word.stem for word in after[:3] if not word.stop and not word.text[0].isdigit())
    return frozenset()


def _beside(words: Sequence[Token], offers: Sequence[Offer], question: str) -> list[Offer]:
    """The offers that stand by a counted word, and those that go on from them."""
    counted = _counted(question)
    after = 0 if "how many" in fold(question) else AFTER  # a number stands before what it counts
    at = {word.start: position for position, word in enumerate(words)}
    placed = [(position, offer) for offer in offers if (position := _position(at, offer)) is not None]
    found: list[Offer] = []
    last = -1
    for position, offer in placed:
        beside = any(
            words[near].stem in counted
            for near in range(max(0, position - after), min(len(words), position + BEFORE + 1))
        )
        if beside or (found and _goes_on(words[last + 1 : position])):
            found.append(offer)
            last = position
    return found


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether a number goes on from the one before: "40 miles to 60", "40 miles (64 km)"."""
    return len(between) <= 2 and all(fold(word.text) in NUMBER_JOINERS for word in between[1:])


def _position(at: dict[int, int], offer: Offer) -> int | None:
    """The word that an offer begins with; a currency sign stands before it."""
    return at.get(offer.start, at.get(offer.start + 1))


def _with_unit(text: str, words: Sequence[Token], offer: Offer) -> tuple[int, int]:
    """The offer with the word after it, if that is what it counts: "6,700 containers"."""
    return offer.start, next(_units(text, words, offer), offer.end)


def _units(text: str, words: Sequence[Token], offer: Offer) -> Iterator[int]:
    for word in words:
        if (
            word.start == offer.end + 1
            and text[offer.end] == " "
            and not word.stop
            and word.text[0].islower()
        ):
            yield word.end
