"""After answering, before showing: nothing goes out that the stored articles do not say.

The rules, in order; the first that fails is the verdict:
1. A statement has at least one citation, and each citation's quote stands in the stored article at
   the citation's offsets, character by character, and runs across no place where cleaning took
   something out. A quoted headline is the article's title.
2. A quoted statement is its quote.
3. Of any other statement every number, date and name must be in its quotes, and it denies what they
   deny: "did not", "never", "no" on one side only is a contradiction.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.types import Citation, Statement
from bot.answering.vocabulary import CALENDAR, NEGATIONS, NUMBER_VALUES, SCALES
from index.article import Article
from index.words import Token, fold, tokens


class Fault(StrEnum):
    """Why a statement may not be shown."""

    NO_CITATION = "it cites nothing"
    NO_ARTICLE = "the cited article is not in the index"
    NO_SUCH_QUOTE = "the quote does not stand in the article"
    ACROSS_A_CUT = "the quote runs across a place where text was taken out"
    NOT_THE_QUOTE = "it says it is a quote and is not"
    NUMBER = "a number that its quotes do not hold"
    DATE = "a date that its quotes do not hold"
    NAME = "a name that its quotes do not hold"
    NEGATION = "it denies what its quotes say, or the reverse"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a statement may be shown; if not, why, and which words gave it away."""

    fault: Fault | None = None
    words: str = ""

    @property
    def holds(self) -> bool:
        return self.fault is None


def verify(statement: Statement, articles: Mapping[str, Article]) -> Verdict:
    """Judge one statement against the stored articles, by id."""
    if not statement.citations:
        return Verdict(Fault.NO_CITATION)
    for citation in statement.citations:
        verdict = _verify_quote(citation, articles.get(citation.article_id))
        if not verdict.holds:
            return verdict
    quotes = [citation.quote for citation in statement.citations]
    if statement.quoted:
        return Verdict() if statement.text in quotes else Verdict(Fault.NOT_THE_QUOTE)
    return _verify_words(statement.text, quotes)


def keep_verified(statements: Sequence[Statement], articles: Mapping[str, Article]) -> tuple[Statement, ...]:
    """Return the statements that hold, whole and in order; the others are left out whole."""
    return tuple(statement for statement in statements if verify(statement, articles).holds)


def _verify_quote(citation: Citation, article: Article | None) -> Verdict:
    if article is None:
        return Verdict(Fault.NO_ARTICLE, citation.article_id)
    if citation.headline:
        stands = citation.quote == article.info.title and not citation.start and not citation.end
        return Verdict() if stands else Verdict(Fault.NO_SUCH_QUOTE, citation.quote)
    within = 0 <= citation.start < citation.end <= len(article.text)
    if (
        not within
        or not citation.quote.strip()
        or article.text[citation.start : citation.end] != citation.quote
    ):
        return Verdict(Fault.NO_SUCH_QUOTE, citation.quote)
    if any(citation.start < cut < citation.end for cut in article.cuts):
        return Verdict(Fault.ACROSS_A_CUT, citation.quote)
    return Verdict()


_CLAUSE = re.compile(r"(?<=[.!?;])[\s\"'”’)]+")


def _verify_words(text: str, quotes: Sequence[str]) -> Verdict:
    """Numbers, dates, names and negations of a statement in other words than its quotes'."""
    said = tokens(text)
    held = [word for quote in quotes for word in tokens(quote)]
    plain = {fold(word.text) for word in held}
    for word in said:
        if _is_date(word) and fold(word.text) not in plain:
            return Verdict(Fault.DATE, word.text)
    values = {_value(word) for word in held}
    for word in said:
        value = _value(word)
        if value and value not in values:
            return Verdict(Fault.NUMBER, word.text)
    stems = {word.stem for word in held}
    for position, word in enumerate(said):
        if _is_name(said, position, text) and word.stem not in stems:
            return Verdict(Fault.NAME, word.text)
    if _denies(said) != any(_denies(tokens(clause)) for clause in _closest(said, quotes)):
        return Verdict(Fault.NEGATION)
    return Verdict()


def _is_date(word: Token) -> bool:
    return fold(word.text) in CALENDAR and word.text[0].isupper()


def _value(word: Token) -> str | None:
    """The word's number in one spelling ("6,700" and "6700", "seven" and "7", "million"), None if none."""
    if word.text[0].isdigit():
        return word.stem
    plain = fold(word.text)
    if plain.removesuffix("s") in SCALES:
        return plain.removesuffix("s")
    return NUMBER_VALUES.get(plain)


def _is_name(words: Sequence[Token], position: int, text: str) -> bool:
    """Whether a word is capitalised where no sentence begins, or has capitals within."""
    word = words[position]
    if not word.text[0].isupper() or word.stop or _is_date(word):
        return False
    before = text[words[position - 1].end : word.start] if position else "."
    opens = any(mark in before for mark in ".!?:\n") or not text[: word.start].strip("\"'“‘( ")
    return not opens or word.text[1:] != word.text[1:].lower()


def _denies(words: Sequence[Token]) -> bool:
    """Whether an odd number of negations stands in the words."""
    return sum(word.stem in NEGATIONS or fold(word.text) in NEGATIONS for word in words) % 2 == 1


def _closest(said: Sequence[Token], quotes: Sequence[str]) -> list[str]:
    """The sentence of the quotes that shares most words with the statement, being what is reworded."""
    own = {word.stem for word in said if not word.stop}
    sentences = [sentence for quote in quotes for sentence in _CLAUSE.split(quote) if sentence.strip()]
    return sorted(
        sentences, key=lambda sentence: -len(own & {word.stem for word in tokens(sentence) if not word.stop})
    )[:1]
