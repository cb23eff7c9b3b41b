"""Nothing is shown that the stored articles do not say."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Citation, Statement
from bot.answering.english import lexicon
from bot.answering.english.spelling import plain_text
from bot.answering.verification import Fault, keep_verified, verify
from bot.answering.verification.items_in_text import read, read_apart
from index.article import Article, ArticleInfo
from tests.bot.answering import coast

STORED = {article.info.id: article for article in coast.ARTICLES}
TOWER = "The rebuilt tower stands 41 metres above the quay, six more than the old one."
CREWS = "They had stopped because their union and the owners could not agree on night shifts."


def citing(quote: str, article_id: str = "lighthouse") -> Citation:
    start = STORED[article_id].text.index(quote)
    return Citation(0, article_id, quote, start, start + len(quote))


def reworded(text: str, quote: str = TOWER, article_id: str = "lighthouse") -> Statement:
    return Statement(text, (citing(quote, article_id),), quoted=False)


def test_a_quote_that_stands_in_its_article_holds() -> None:
    assert verify(Statement(TOWER, (citing(TOWER),)), STORED).holds


def headline(quote: str, start: int = 0, end: int = 0) -> Statement:
    return Statement(quote, (Citation(0, "lighthouse", quote, start, end, headline=True),))


def test_a_headline_holds_if_it_is_the_title_of_its_article() -> None:
    title = STORED["lighthouse"].info.title
    assert verify(headline(title), STORED).holds
    for other in (headline(title[:-1]), headline(TOWER), headline(""), headline(title, 0, len(title))):
        assert verify(other, STORED).fault is Fault.NO_SUCH_QUOTE


def test_a_statement_without_a_citation_falls() -> None:
    assert verify(Statement(TOWER, ()), STORED).fault is Fault.NO_CITATION


def test_an_article_that_is_gone_cannot_be_cited() -> None:
    assert verify(Statement(TOWER, (citing(TOWER),)), {}).fault is Fault.NO_ARTICLE


@pytest.mark.parametrize(
    "change",
    [
        {"start": 3},
        {"end": 9},
        {"quote": TOWER.replace("41", "42")},
        {"start": -5, "end": 10_000},
        {"quote": " "},
    ],
)
def test_a_quote_must_stand_at_its_offsets_to_the_letter(change: dict[str, object]) -> None:
    citation = replace(citing(TOWER), **change)  # type: ignore[arg-type]
    assert verify(Statement(citation.quote, (citation,)), STORED).fault is Fault.NO_SUCH_QUOTE


def test_every_citation_must_hold_not_only_the_first() -> None:
    wrong = replace(citing(TOWER), article_id="ferry")
    assert verify(Statement(TOWER, (citing(TOWER), wrong)), STORED).fault is Fault.NO_SUCH_QUOTE


def test_a_quote_must_not_run_across_a_cut() -> None:
    start = coast.LIGHTHOUSE.text.index(TOWER)
    for cut, fault in ((start, None), (start + 10, Fault.ACROSS_A_CUT), (start + len(TOWER), None)):
        cut_article = {"lighthouse": replace(coast.LIGHTHOUSE, cuts=(cut,))}
        assert verify(Statement(TOWER, (citing(TOWER),)), cut_article).fault is fault


def test_what_says_it_is_a_quote_must_be_it() -> None:
    assert verify(Statement("The tower is tall.", (citing(TOWER),)), STORED).fault is Fault.NOT_THE_QUOTE


@pytest.mark.parametrize(
    "text",
    [
        "The tower now stands 41 metres above the quay.",
        "It is six metres higher than the old one.",
        "At 41 metres, the rebuilt tower is taller than the old one.",
    ],
)
def test_other_words_for_the_same_hold(text: str) -> None:
    assert verify(reworded(text), STORED).holds


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("The tower stands 42 metres above the quay.", Fault.NUMBER, "42"),
        ("The tower is seven metres higher than the old one.", Fault.NUMBER, "seven"),
        ("The tower cost 41 million crowns.", Fault.NUMBER, "41 million"),
        ("The tower has stood 41 metres tall since Friday.", Fault.DATE, "Friday"),
        ("The tower of Holm stands 41 metres above the quay.", Fault.NAME, "Holm"),
        ("The rebuilt tower does not stand 41 metres above the quay.", Fault.NEGATION, "stand"),
    ],
)
def test_one_changed_number_date_name_or_negation_falls(text: str, fault: Fault, words: str) -> None:
    verdict = verify(reworded(text), STORED)
    assert (verdict.fault, verdict.words) == (fault, words)


def test_a_dropped_negation_falls() -> None:
    agreed = "Their union and the owners could agree on night shifts."
    disagreed = "Union and owners did not agree on night shifts."
    assert verify(reworded(agreed, CREWS, "ferry"), STORED).fault is Fault.NEGATION
    assert verify(reworded(disagreed, CREWS, "ferry"), STORED).holds


def test_numbers_agree_in_all_their_spellings() -> None:
    quote = "About 1,250 passengers were stranded on Holm island."
    assert verify(reworded("Some 1250 passengers were stranded on Holm.", quote, "ferry"), STORED).holds


def test_what_is_too_long_to_be_judged_in_time_falls() -> None:
    long = " ".join(["The tower stands 41 metres above the quay."] * 20)
    assert verify(reworded(long), STORED).fault is Fault.TOO_LONG
    article = Article(ArticleInfo("long", "long.md", "Long"), f"{TOWER} " * 40)
    cited = tuple(Citation(0, "long", article.text[:end], 0, end) for end in range(100, 1000, 100))
    statement = Statement("The tower stands 41 metres above the quay.", cited, quoted=False)
    assert verify(statement, {"long": article}).fault is Fault.TOO_MUCH


def test_quotes_side_by_side_are_read_as_they_are_one_by_one() -> None:
    both = read_apart((TOWER, CREWS))
    assert [item.text for item in both] == [item.text for quote in (TOWER, CREWS) for item in read(quote)]
    alone = read(TOWER)
    assert both[: len(alone)] == alone
    first = both[len(alone)]
    assert (first.sentence, first.marks.tied) == (alone[-1].sentence + 1, False)
    assert read(CREWS)[0].sentence == 0  # what is kept for the next time is as it was


@given(
    st.text(max_size=40), st.sampled_from(["41%", "up to 9", "U.S.", "at the most", "is unable to", "Due to"])
)
def test_a_phrase_is_looked_for_wherever_its_pattern_finds_it(text: str, phrase: str) -> None:
    text = f"{text} {phrase} {text}"
    plain = text
    for _, pattern, replacement in lexicon.PHRASES:
        plain = re.sub(pattern, replacement, plain, flags=re.IGNORECASE)
    assert plain_text(text) == plain


def test_what_fails_is_left_out_whole_and_the_rest_stays_in_order() -> None:
    good, other = Statement(TOWER, (citing(TOWER),)), Statement(CREWS, (citing(CREWS, "ferry"),))
    bad = reworded("The tower stands 42 metres above the quay.")
    assert keep_verified([good, bad, other], STORED) == (good, other)


@pytest.mark.parametrize(
    "translated",
    [
        "Der wieder aufgebaute Turm steht 41 Meter über dem Kai.",
        "La torre reconstruida se alza 41 metros sobre el muelle.",
        "La tour reconstruite se dresse à 41 mètres au-dessus du quai.",
        "A torre reconstruída fica 41 metros acima do cais.",
        "Відбудована вежа підноситься на 41 метр над набережною.",
    ],
)
def test_a_statement_in_another_language_than_its_quote_falls(translated: str) -> None:
    """So answers stay in the language of the articles (docs/languages.md)."""
    assert not verify(reworded(translated), STORED).holds


DUSK, LAMP = "The tower at dusk, seen from the church.", "The lamp on its way up."
PICTURED = {"lighthouse": replace(coast.LIGHTHOUSE, captions=(DUSK, LAMP))}


def pictured(quote: str, *, caption: bool) -> Statement:
    start = PICTURED["lighthouse"].quotable.index(quote)
    cited = Citation(0, "lighthouse", quote, start, start + len(quote), caption=caption)
    return Statement(quote, (cited,))


def test_a_caption_is_quoted_as_one_and_text_is_not() -> None:
    assert verify(pictured(DUSK, caption=True), PICTURED).holds
    assert verify(pictured(LAMP, caption=True), PICTURED).holds
    assert verify(pictured(TOWER, caption=False), PICTURED).holds
    assert verify(pictured(DUSK, caption=False), PICTURED).fault is Fault.NOT_THE_CAPTION
    assert verify(pictured(TOWER, caption=True), PICTURED).fault is Fault.NOT_THE_CAPTION
    assert verify(pictured(DUSK, caption=True), STORED).fault is Fault.NO_SUCH_QUOTE


def test_no_quote_runs_from_one_caption_into_another_or_from_the_text_into_one() -> None:
    last = coast.LIGHTHOUSE.text[-20:]
    assert verify(pictured(f"{DUSK}\n\n{LAMP}", caption=True), PICTURED).fault is Fault.ACROSS_A_CUT
    assert verify(pictured(f"{last}\n\n{DUSK}", caption=False), PICTURED).fault is Fault.ACROSS_A_CUT
