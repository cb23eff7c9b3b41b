"""Footnotes are numbered by first appearance, one an article."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Citation, Footnote, Statement
from bot.answering.assembling import footnotes, newest, number
from index.article import ArticleInfo
from tests.bot.answering import coast


def saying(*article_ids: str) -> Statement:
    return Statement("said", tuple(Citation(0, one, "said", 0, 4) for one in article_ids))


def test_numbers_follow_the_order_in_which_articles_are_first_cited() -> None:
    numbered = number([saying("b"), saying("a", "b"), saying("c")])
    assert [[citation.number for citation in one.citations] for one in numbered] == [[1], [2, 1], [3]]


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4), max_size=8))
def test_numbers_are_dense_and_every_citation_has_its_footnote(cited: list[list[str]]) -> None:
    articles = {one: ArticleInfo(one, one, one) for one in "abcdef"}
    numbered = number([saying(*ids) for ids in cited])
    notes = footnotes(numbered, articles)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    by_number = {note.number: note.article.id for note in notes}
    citations = [citation for one in numbered for citation in one.citations]
    assert all(by_number[citation.number] == citation.article_id for citation in citations)
    assert len(by_number) == len({citation.article_id for citation in citations})


def test_the_newest_article_is_the_newest_whose_day_is_known() -> None:
    notes = [Footnote(n, article.info) for n, article in enumerate(coast.ARTICLES, 1)]
    assert newest(notes) == date(2026, 6, 11)
    assert newest([Footnote(1, coast.PLANS.info)]) is None


def test_captions_have_a_footnote_of_their_own_beside_their_articles_text() -> None:
    text, caption = Citation(0, "a", "said", 0, 4), Citation(0, "a", "seen", 90, 94, caption=True)
    numbered = number([Statement("said", (text,)), Statement("seen", (caption,)), Statement("said", (text,))])
    assert [one.citations[0].number for one in numbered] == [1, 2, 1]
    notes = footnotes(numbered, {"a": ArticleInfo("a", "a", "A")})
    assert [note.caption for note in notes] == [False, True]


def test_a_footnote_names_the_headings_of_quoted_lines_once_and_not_those_of_sentences() -> None:
    quotes = [
        ("• Passport: 62 crowns", "Fees"),
        ("Dog licence: 90", "Fees"),
        ("It moved in March.", "Office"),
    ]
    cited = tuple(Citation(0, "a", quote, 0, 9, heading=heading) for quote, heading in quotes)
    (note,) = footnotes(number([Statement("said", cited)]), {"a": ArticleInfo("a", "a", "A")})
    assert note.headings == ("Fees",)
