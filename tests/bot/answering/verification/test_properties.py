"""What is true of the verifier whatever it is given."""

import re

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.answer import Citation, Statement
from bot.answering.verification import Fault, verify
from index.article import Article, ArticleInfo
from tests.bot.answering.verification.pairs import FALL, HOLD

QUOTES = sorted({pair.quote for pair in (*HOLD, *FALL)})
NUMBER = re.compile(r"\d+(?:,\d{3})*")
WORDS = st.sampled_from(sorted({word for quote in QUOTES for word in quote.split()}))
ODD_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.text(alphabet="not if may Per 1,.%$€’'“”\n?—", max_size=60),
)


def cited(quote: str) -> tuple[Citation, dict[str, Article]]:
    article = Article(ArticleInfo("coast", "coast.md", "The coast"), quote)
    return Citation(1, "coast", quote, 0, len(quote)), {"coast": article}


def judge(statement: str, quote: str, *, quoted: bool = False) -> Fault | None:
    citation, articles = cited(quote)
    return verify(Statement(statement, (citation,), quoted=quoted), articles).fault


@given(ODD_TEXTS.filter(str.strip))
@example("Why not? No.")
def test_a_quote_always_holds_under_itself(quote: str) -> None:
    assert judge(quote, quote, quoted=True) is None
    assert judge(quote, quote) is None


@given(st.sampled_from(QUOTES), st.integers(0, 10**9), st.data())
def test_a_number_that_the_quote_does_not_hold_always_falls(
    quote: str, new: int, data: st.DataObject
) -> None:
    found = list(NUMBER.finditer(quote))
    assume(found)
    match = data.draw(st.sampled_from(found))
    assume(str(new) not in {each.group().replace(",", "") for each in found})
    # "half a million", "twice" and the like are numbers too; the quotes hold none between these.
    assume(new not in (9, 4, 5, 12, 500_000, 3_000_000))
    changed = quote[: match.start()] + str(new) + quote[match.end() :]
    assert judge(changed, quote) is not None


@given(ODD_TEXTS, ODD_TEXTS.filter(str.strip))
def test_it_never_raises_and_says_the_same_twice(statement: str, quote: str) -> None:
    assert judge(statement, quote) == judge(statement, quote)


@given(ODD_TEXTS, st.integers(-5, 50), st.integers(-5, 50))
def test_wherever_a_citation_points_it_holds_only_what_stands_there(quote: str, start: int, end: int) -> None:
    article = Article(ArticleInfo("coast", "coast.md", "The coast"), "The lamp reaches 24 miles out to sea.")
    statement = Statement(quote, (Citation(1, "coast", quote, start, end),))
    verdict = verify(statement, {"coast": article})
    stands = (
        0 <= start < end <= len(article.text) and article.text[start:end] == quote and bool(quote.strip())
    )
    assert verdict.holds == stands
