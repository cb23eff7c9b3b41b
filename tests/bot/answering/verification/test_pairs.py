"""The verifier on statements of our own: what holds, what falls, and by how much of each kind."""

import pytest

from bot.answer import Citation, Statement
from bot.answering.verification import verify
from index.article import Article, ArticleInfo
from tests.bot.answering.verification.pairs import FALL, HOLD, Pair


def holds(pair: Pair) -> bool:
    article = Article(
        ArticleInfo("coast", "coast.md", "The coast"), f"Before it.\n\n{pair.quote}\n\nAfter it."
    )
    start = article.text.index(pair.quote)
    citation = Citation(1, "coast", pair.quote, start, start + len(pair.quote))
    return verify(Statement(pair.statement, (citation,), quoted=False), {"coast": article}).holds


@pytest.mark.parametrize("pair", HOLD, ids=lambda pair: f"{pair.kind}: {pair.statement}")
def test_what_the_quote_says_in_other_words_holds(pair: Pair) -> None:
    assert holds(pair)


@pytest.mark.parametrize("pair", FALL, ids=lambda pair: f"{pair.kind}: {pair.statement}")
def test_what_the_quote_does_not_say_falls(pair: Pair) -> None:
    assert not holds(pair)
