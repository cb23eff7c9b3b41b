"""The way of one statement through verification: its quotes, its words, its amounts, its roles."""

from collections.abc import Mapping, Sequence

from bot.answer import Citation, Statement
from bot.answering.english.lexicon import CURRENCIES
from bot.answering.verification import amounts, certainty, roles
from bot.answering.verification.alignment import align
from bot.answering.verification.items import Item, Kind
from bot.answering.verification.items_in_text import read, read_apart
from bot.answering.verification.names import is_acronym, is_fuller_name
from bot.answering.verification.verdict import Fault, Verdict
from index.article import Article

_FAULT_OF = {Kind.NUMBER: Fault.NUMBER, Kind.DATE: Fault.DATE, Kind.NAME: Fault.NAME, Kind.WORD: Fault.WORD}

# Characters. They bound the time that a statement in other words takes: reading goes by the length of the
# statement and its quotes, and no honest statement comes near them.
LONGEST_STATEMENT = 600
MOST_QUOTED = 1500


def verify(statement: Statement, articles: Mapping[str, Article]) -> Verdict:
    """Judge one statement against the stored articles, by id."""
    if not statement.citations:
        return Verdict(Fault.NO_CITATION)
    for citation in statement.citations:
        verdict = _verify_quote(citation, articles.get(citation.article_id))
        if not verdict.holds:
            return verdict
    quotes = list(dict.fromkeys(citation.quote for citation in statement.citations))
    if statement.quoted:
        return Verdict() if statement.text in quotes else Verdict(Fault.NOT_THE_QUOTE)
    if statement.text.strip() in [quote.strip() for quote in quotes]:
        return Verdict()
    if len(statement.text) > LONGEST_STATEMENT:
        return Verdict(Fault.TOO_LONG)
    if sum(map(len, quotes)) > MOST_QUOTED:
        return Verdict(Fault.TOO_MUCH)
    texts = [articles[citation.article_id].text for citation in statement.citations]
    return _verify_words(statement.text, quotes, texts)


def keep_verified(statements: Sequence[Statement], articles: Mapping[str, Article]) -> tuple[Statement, ...]:
    """Return the statements that hold, whole and in order; the others are left out whole."""
    return tuple(statement for statement in statements if verify(statement, articles).holds)


def _verify_quote(citation: Citation, article: Article | None) -> Verdict:
    if article is None:
        return Verdict(Fault.NO_ARTICLE, citation.article_id)
    if citation.headline:
        stands = citation.quote == article.info.title and not citation.start and not citation.end
        return Verdict() if stands else Verdict(Fault.NO_SUCH_QUOTE, citation.quote)
    quotable, captions = article.quotable, article.caption_spans
    within = 0 <= citation.start < citation.end <= len(quotable)
    if not within or not citation.quote.strip() or quotable[citation.start : citation.end] != citation.quote:
        return Verdict(Fault.NO_SUCH_QUOTE, citation.quote)
    if citation.caption != (citation.start >= len(article.text)):
        return Verdict(Fault.NOT_THE_CAPTION, citation.quote)
    cuts = (*article.cuts, *(caption.start for caption in captions))
    if any(citation.start < cut < citation.end for cut in cuts):
        return Verdict(Fault.ACROSS_A_CUT, citation.quote)
    return Verdict()


def _verify_words(text: str, quotes: Sequence[str], texts: Sequence[str]) -> Verdict:
    """Judge a statement in other words than its quotes'."""
    said = read(text)
    if not said:
        return Verdict(Fault.NOTHING_SAID)
    held = read_apart(quotes)
    places = align(said, held)
    missing = [
        item
        for number, (item, place) in enumerate(zip(said, places, strict=True))
        if place is None and not _known_otherwise(said, number, places, held, texts)
    ]
    if missing:
        worst = min(missing, key=lambda item: list(_FAULT_OF).index(item.kind))
        return Verdict(_fault_of(worst), worst.text)
    pairs = [(number, place) for number, place in enumerate(places) if place is not None]
    for find_fault in (certainty.find_fault, amounts.find_fault, roles.find_fault):
        verdict = find_fault(said, held, pairs)
        if not verdict.holds:
            return verdict
    return Verdict()


def _known_otherwise(
    said: Sequence[Item],
    number: int,
    places: Sequence[int | None],
    held: Sequence[Item],
    texts: Sequence[str],
) -> bool:
    return (
        _is_currency(said, number)
        or is_acronym(said[number], held)
        or is_fuller_name(said, number, places, held, texts)
    )


def _is_currency(said: Sequence[Item], number: int) -> bool:
    """Whether the item is the "dollars" of "44 billion dollars", which a quote writes as a sign.

    Whether it is the right currency is compared with the number.
    """
    return number > 0 and said[number - 1].kind is Kind.NUMBER and said[number].stem in CURRENCIES.values()


def _fault_of(item: Item) -> Fault:
    is_year = item.kind is Kind.NUMBER and len(item.text) == 4 and item.text.isdigit()
    return Fault.DATE if is_year else _FAULT_OF[item.kind]
