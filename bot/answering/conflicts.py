"""After the verification: do the cited articles say different things of what was asked?

Only where it is plain: the question asks for an amount or a day, two articles each state one outright,
of the same unit, in sentences about what is asked, and they differ; or two sentences about what is asked
are the same but for a number, a name or a "not". A conflict that is claimed wrongly makes readers doubt
what is right; one that is missed still stands there, in two quotes.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bot.answer import Answer, Citation, Conflict, Side, Statement
from bot.answering.extractive.expected_answer import SHARP, Expected, expect
from bot.answering.extractive.near_copies import Kind, difference, of_one_template
from bot.answering.measures import Measure, amounts, days
from index.article import ArticleInfo
from index.passage import Passage
from index.searching.likeness import nearly_same, words_of
from index.words import stems, tokens

_HOW_MANY = re.compile(r"\bhow\s+many\s+(?:\w+\s+)?(\w+)", re.IGNORECASE)
_DEGREE = "tall high long old deep far big wide heavy fast much many cost price height length age"
_DEGREES = frozenset(stems(_DEGREE))
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_ASKS_FOR_NAMES = (Expected.NAME, Expected.THING)
# Of the question's words, what the sentence and its article's title must hold: to be about the same amount
# half is enough where the names are there; what happened on a day is told by nearly all of them.
ABOUT_AMOUNT = 0.5
ABOUT_DAY = 0.8


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question wants: `unit` where it names one, the words it must be about, how many of them."""

    find: Callable[[str], Iterator[Measure]]
    unit: str
    about: frozenset[str]
    names: frozenset[str]
    share: float


def find(answer: Answer, parts: Sequence[str]) -> Conflict | None:
    """Return where the answer's articles differ, the newest first; None where that is not plain."""
    for number, part in enumerate(parts):
        conflict = _of_measures(answer, part, number) or _of_near_copies(answer, part, number)
        if conflict:
            return conflict
    return None


def _of_measures(answer: Answer, part: str, number: int) -> Conflict | None:
    """Two amounts or days in answer to a question that asks for one."""
    asked = _read(part)
    if asked is not None:
        said = _sides(answer, asked, number)
        by_unit: dict[str, dict[str, Side]] = {}
        for measures in said.values():
            # An article that says two things of itself has no one side.
            if len({measure.value for measure, _ in measures}) == 1:
                measure, side = measures[0]
                sides = by_unit.setdefault(measure.unit, {})
                sides[measure.value] = min(side, sides.get(measure.value, side), key=_newest_first)
        for sides in by_unit.values():
            if len(sides) < 2 or _same_days(sides) or _known_apart(answer, asked, sides):
                continue
            if not any(
                _of_one_template(answer, one.number, other.number)
                for one, other in combinations(sides.values(), 2)
            ):
                return Conflict(tuple(sorted(sides.values(), key=_newest_first)))
    return None


def _of_near_copies(answer: Answer, part: str, number: int) -> Conflict | None:
    """Two sentences about what is asked that contradict each other and are else nearly the same."""
    words = [word for word in tokens(part) if not word.stop]
    named = {word.stem for word in words[1:] if word.text[0].isupper()}
    about = {word.stem for word in words} - named or named  # a place is named by much that is not asked
    notes = {note.number: note.article for note in answer.footnotes}
    said = [
        (sentence, notes[cited.number], cited.number)
        for statement in answer.statements
        if statement.part == number
        for cited in statement.citations
        for sentence in _SENTENCE.split(cited.quote)
        if len(about & set(stems(sentence))) >= ABOUT_AMOUNT * len(about)
    ]
    for (sentence, info, mark), (other, other_info, other_mark) in combinations(said, 2):
        found = difference(sentence, other) if info.id != other_info.id else None
        if found is None or found.kind is Kind.WORD:
            continue  # two words may well mean the same
        if found.kind is Kind.NAME and expect(part) not in _ASKS_FOR_NAMES:
            continue
        if not _of_one_template(answer, mark, other_mark, besides=(found.one, found.other)):
            sides = Side(found.one, mark, info.published), Side(found.other, other_mark, other_info.published)
            return Conflict(tuple(sorted(sides, key=_newest_first)))
    return None


def _of_one_template(answer: Answer, one: int, other: int, besides: tuple[str, str] = ("", "")) -> bool:
    """Whether two cited articles are pages of one template, each about a place or a thing of its own: then
    they do not differ, whatever they say. besides: words that are known to differ."""
    notes = {note.number: note.article for note in answer.footnotes}
    texts = [
        "\n".join(passage.text for passage in answer.passages if passage.article.id == notes[number].id)
        for number in (one, other)
    ]
    if not nearly_same(words_of(texts[0]), words_of(texts[1])):
        return False
    texts = [text.replace(words, " ") if words else text for text, words in zip(texts, besides, strict=True)]
    return of_one_template(texts[0], texts[1], (notes[one].title, notes[other].title))


def _read(question: str) -> _Asked | None:
    expected = expect(question)
    if expected not in SHARP:
        return None
    counted = _HOW_MANY.search(question)
    own = tokens(question)
    about = {word.stem for word in own if not word.stop} - _DEGREES
    names = {word.stem for word in own[1:] if word.text[0].isupper() and not word.stop}
    if expected is Expected.TIME:
        return _Asked(days, "day", frozenset(about), frozenset(names), ABOUT_DAY)
    unit = stems(counted[1])[0] if counted and stems(counted[1]) else ""
    return _Asked(amounts, unit, frozenset(about - {unit}), frozenset(names), ABOUT_AMOUNT)


def _sides(answer: Answer, asked: _Asked, part: int) -> dict[str, list[tuple[Measure, Side]]]:
    """What each article says, by its id."""
    notes = {note.number: note.article for note in answer.footnotes}
    said: dict[str, list[tuple[Measure, Side]]] = {}
    for statement in answer.statements:
        for cited in statement.citations if statement.part == part else ():
            info = notes[cited.number]
            for measure in _stated(statement, cited, info, asked, answer.passages):
                side = Side(measure.words, cited.number, info.published)
                said.setdefault(info.id, []).append((measure, side))
    return said


def _stated(
    statement: Statement, cited: Citation, info: ArticleInfo, asked: _Asked, passages: Sequence[Passage]
) -> Iterator[Measure]:
    """The one measure of a sentence of the quote that is about what is asked."""
    around = _around(cited, info, passages)
    for sentence in _SENTENCE.split(cited.quote):
        measures = [one for one in asked.find(sentence) if not asked.unit or one.unit == asked.unit]
        units = Counter(measure.unit for measure in measures)
        plain = [one for one in measures if one.outright and units[one.unit] == 1]
        held = set(stems(f"{sentence} {info.title}"))
        if not asked.names <= held | around:
            continue
        if len(asked.about & held) >= asked.share * len(asked.about):
            yield from (one for one in plain if one.words in statement.text)


def _known_apart(answer: Answer, asked: _Asked, values: Collection[str]) -> bool:
    """Whether one passage states two of the values: then they are of two things, and no article differs.

    "The $1.6 billion lawsuit was settled for $787.5 million."
    """
    for passage in answer.passages:
        stated = {measure.value for measure in asked.find(passage.text)}
        if len(stated & set(values)) > 1:
            return True
    return False


def _around(cited: Citation, info: ArticleInfo, passages: Sequence[Passage]) -> set[str]:
    """The words of the passage that the quote stands in."""
    for passage in passages:
        if passage.article.id == info.id and passage.start <= cited.start and cited.end <= passage.end:
            return set(stems(passage.text))
    return set()


def _same_days(values: Collection[str]) -> bool:
    """Whether all are one day, of which some name the year and some do not ("4.5.2026", "4.5.")."""
    days_only = {value.rsplit(".", 1)[0] for value in values if value.count(".") > 1}
    years = {value.rsplit(".", 1)[1] for value in values if value.count(".") > 1} - {""}
    return len(days_only) == 1 and len(years) <= 1


def _newest_first(side: Side) -> tuple[bool, int]:
    return side.published is None, -(side.published or date.min).toordinal()
