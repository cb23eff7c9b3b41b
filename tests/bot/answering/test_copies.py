"""A copy is named where every quoted sentence stands in it, and nowhere else."""

from dataclasses import replace

import pytest

from bot.answer import Answer, Citation, Footnote, Outcome, Question, Statement
from bot.answering import copies
from index.article import Article, ArticleInfo
from tests.bot.answering import coast

TEXT = "Dogs are allowed in all rooms. The deposit is 10 crowns. The door is locked at midnight."
RULES = Article(ArticleInfo("rules", "rules.md", "House rules"), TEXT)
DOGS, DEPOSIT = "Dogs are allowed in all rooms.", "The deposit is 10 crowns."


def other(text: str, title: str = "Other rules", name: str = "other") -> Article:
    return Article(ArticleInfo(name, f"{name}.md", title), text)


def answer(*quotes: str, folded: tuple[Article, ...] = (), found: tuple[Article, ...] = ()) -> Answer:
    """An answer that quotes the rules; some articles were folded under them, others found beside them."""
    statements = tuple(
        Statement(q, (Citation(1, "rules", q, RULES.text.find(q), RULES.text.find(q) + len(q)),))
        if q in RULES.text
        else Statement(q, (Citation(1, "rules", q, 0, 0, headline=True),))
        for q in quotes
    )
    passage = replace(coast.passage(RULES), copies=tuple(article.info for article in folded))
    passages = (passage, *(coast.passage(article) for article in found))
    notes = (Footnote(1, RULES.info),)
    return Answer(Question("?"), Outcome.ANSWERED, statements, notes, passages=passages)


def named(given: Answer, *articles: Article) -> list[str]:
    by_id: dict[str, Article | None] = {article.info.id: article for article in (RULES, *articles)}
    done = copies.name(given, copies.candidates(given), by_id)
    return [copy.id for copy in done.footnotes[0].copies]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (TEXT, True),
        (TEXT.replace(". ", ".\n\n"), True),
        (f"By Anna Holm\n\n{DOGS}", True),
        (TEXT.replace("allowed", "not allowed"), False),
        (TEXT.replace("rooms.", "rooms but three."), False),
        ("The deposit is 10 crowns.", False),
        (f"It is not true that {DOGS}", False),
    ],
)
def test_a_folded_copy_is_named_where_it_holds_the_quote(text: str, *, holds: bool) -> None:
    copy = other(text)
    assert named(answer(DOGS, folded=(copy,)), copy) == (["other"] if holds else [])


def test_a_quote_of_a_few_words_counts_with_its_sentence() -> None:
    denied = other("No dogs are allowed in all rooms.")
    assert named(answer("allowed in all rooms", folded=(denied,)), denied) == []
    same = other("Dogs are allowed in all rooms.")
    assert named(answer("allowed in all rooms", folded=(same,)), same) == ["other"]


def test_every_quote_of_a_footnote_must_stand_in_the_copy() -> None:
    copy = other(TEXT.replace("10 crowns", "25 crowns"))
    assert named(answer(DOGS, folded=(copy,)), copy) == ["other"]
    assert named(answer(DOGS, DEPOSIT, folded=(copy,)), copy) == []


def test_a_headline_is_held_by_what_has_it() -> None:
    same, another = other(TEXT, "House rules"), other(TEXT, "Rules of the house", "another")
    assert named(answer("House rules", folded=(same, another)), same, another) == ["other"]


def test_marks_that_every_paper_sets_as_it_likes_do_not_matter() -> None:
    said = 'Dogs are "welcome" - always.'
    rules = replace(RULES, text=said)
    copy = other("Dogs are “welcome” – always.")
    given = answer(DOGS, folded=(copy,))
    cited = Citation(1, "rules", said, 0, len(said))
    passage = replace(coast.passage(rules), copies=(copy.info,))
    given = replace(given, statements=(Statement(said, (cited,)),), passages=(passage,))
    assert named(given, copy) == ["other"]


def test_an_article_that_was_found_beside_it_is_named_too_unless_it_is_cited() -> None:
    beside = other(f"It rained. {DOGS}")
    given = answer(DOGS, found=(beside,))
    assert named(given, beside) == ["other"]
    cited = replace(given, footnotes=(*given.footnotes, Footnote(2, beside.info)))
    assert named(cited, beside) == []


def test_pages_of_one_template_are_no_copies_of_each_other() -> None:
    """The same sentence is said of another house there. Only a page with the very same text is named."""
    rules = replace(RULES, info=replace(RULES.info, title="Rules of the Corran hostel"))
    marrick = other(TEXT.replace("10 crowns", "25 crowns"), "Rules of the Marrick hostel")
    by_id: dict[str, Article | None] = {
        "rules": rules,
        "other": marrick,
        "same": other(TEXT, marrick.info.title, "same"),
    }
    given = answer(DOGS, folded=(marrick, other(TEXT, marrick.info.title, "same")))
    done = copies.name(given, copies.candidates(given), by_id)
    assert [copy.id for copy in done.footnotes[0].copies] == ["same"]


def test_what_is_not_in_the_index_any_more_is_not_named() -> None:
    assert named(answer(DOGS, folded=(other(TEXT),))) == []


def test_copies_go_by_their_publisher_or_else_by_their_title() -> None:
    bank = replace(RULES.info, publisher="Savings Bank")
    branch = replace(other("", "Marrick branch").info, publisher="Savings Bank")
    paper = replace(other("", "Rules", "p").info, publisher="Coast Weekly")
    alone = other("", "Leaflet", "l").info
    note = Footnote(1, bank, (branch, paper, replace(paper, id="q"), alone))
    assert note.copy_names == ("Marrick branch", "Coast Weekly", "Leaflet")


def test_a_quoted_caption_must_be_a_caption_of_the_copy() -> None:
    dusk = "The tower at dusk, seen from the church."
    own = replace(RULES, captions=(dusk,))
    quote = Citation(1, "rules", dusk, len(TEXT) + 2, len(TEXT) + 2 + len(dusk), caption=True)
    said = replace(answer(folded=(RULES,)), statements=(Statement(dusk, (quote,)),))
    same = replace(other(TEXT), captions=(dusk,))
    told = other(f"{TEXT} {dusk}")
    passage = replace(said.passages[0], copies=(same.info, told.info))
    for copy, names in ((same, ["other"]), (told, []), (other(TEXT), [])):
        given = replace(said, passages=(passage,), footnotes=(Footnote(1, RULES.info, caption=True),))
        done = copies.name(given, copies.candidates(given), {"rules": own, "other": copy})
        assert [one.id for one in done.footnotes[0].copies] == names
