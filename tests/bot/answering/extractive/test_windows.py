"""Which stretches of the passages could be quoted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.extractive.expected_answer import Expected
from bot.answering.extractive.features import HALF_LIFE_DAYS, weigh_terms
from bot.answering.extractive.sentences import LONGEST_SENTENCE
from bot.answering.extractive.windows import LONGEST_WINDOW, MOST_PIECES, Window, find_windows
from index.article import Article, ArticleInfo
from index.passage import SearchResult, Sentence, Term
from index.words import stems
from tests.bot.answering import coast

WORDS = st.lists(
    st.sampled_from(["tower", "Holm", "41", "the", "ferry", "—", "lamps;", "“so”"]), min_size=1, max_size=90
)
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from([".", "?", "!", "", ":"])), min_size=1, max_size=12)


@st.composite
def results(draw: st.DrawFn) -> tuple[Article, SearchResult]:
    """Any text in sentences of any length, cut anywhere, and a passage that holds it from some offset on."""
    before = draw(st.text(max_size=20))
    text, spans = before, []
    for words, mark in draw(SENTENCES):
        start = len(text)
        text += " ".join(words) + mark
        spans.append(Sentence(start, len(text), draw(st.none() | st.floats(-1, 1))))
        text += draw(st.sampled_from([" ", "\n\n"]))
    cuts = tuple(sorted(draw(st.lists(st.integers(0, len(text)), max_size=3))))
    article = Article(ArticleInfo("any", "any", "Any title"), text, cuts=cuts)
    start, end = spans[0].start, spans[-1].end
    passage = replace(
        coast.passage(article), start=start, end=end, text=text[start:end], sentences=tuple(spans), cuts=cuts
    )
    asked = draw(
        st.lists(st.sampled_from(["tower", "holm", "41", "ferri", "absent"]), unique=True, max_size=5)
    )
    return article, SearchResult("g", (passage,), tuple(Term(stem, 1.0) for stem in asked))


@given(results(), st.sampled_from(Expected))
def test_each_window_is_a_short_stretch_of_the_article_that_runs_across_no_cut(
    found: tuple[Article, SearchResult], expected: Expected
) -> None:
    article, result = found
    for window in find_windows(result, expected):
        if window.headline:
            assert window.text == article.info.title
            continue
        assert window.text == article.text[window.start : window.end]
        assert window.text.strip() == window.text != ""
        assert not any(window.start < cut < window.end for cut in article.cuts)
        assert len(window.text) <= max(LONGEST_WINDOW, LONGEST_SENTENCE)
        assert len(window.pieces) <= MOST_PIECES
        assert all(window.text[word.start : word.end] == word.text for word in window.words)
        assert all(0 <= offer.start < offer.end <= len(window.text) for offer in window.offers)


@given(results(), st.sampled_from(Expected))
def test_features_stay_within_their_ranges(found: tuple[Article, SearchResult], expected: Expected) -> None:
    for window in find_windows(found[1], expected):
        features = window.features
        assert -1 <= features.similarity <= 1
        assert 0 <= features.coverage + features.framed + features.nearby <= 1 + 1e-9
        assert 0 <= features.passage <= 1
        assert 0 <= features.offered < 1
        assert 0 < features.lead <= 1
        assert features.fresh == 0
        assert 0 <= features.more < MOST_PIECES


def windows(question: str, expected: Expected = Expected.ANYTHING) -> dict[str, Window]:
    return {window.text: window for window in find_windows(coast.search(question), expected)}


def test_windows_are_one_to_three_sentences() -> None:
    found = windows("tower")
    one = "The rebuilt tower stands 41 metres above the quay, six more than the old one."
    two = "Its lamp reaches between 19 miles and 24 miles out to sea."
    assert one in found
    assert f"{one} {two}" in found
    assert not any(text.count(". ") > MOST_PIECES for text in found)


def test_words_of_the_question_count_within_and_less_around_a_window() -> None:
    features = windows("What did the tower cost?")
    paid = features[
        "The harbour office paid 3.2 million crowns for the tower, said its head, Ilse Varga."
    ].features
    assert paid.coverage == 0.5  # tower
    assert paid.nearby == 0.5  # cost, in the question before it
    assert paid.framed == 0


def test_a_heading_is_no_quote_but_what_stands_under_it_is() -> None:
    text = "Opening hours\n\nThe tower opens at nine. It closes at six.\n\nTickets"
    article = Article(ArticleInfo("tower", "t", "Visit"), text)
    parts = ("Opening hours", "The tower opens at nine.", "It closes at six.", "Tickets")
    spans = tuple(Sentence(text.index(part), text.index(part) + len(part), 0.5) for part in parts)
    passage = replace(coast.passage(article), sentences=spans)
    found = find_windows(SearchResult("g", (passage,), (Term("tower", 1.0),)), Expected.ANYTHING)
    assert {window.text for window in found} == {
        "The tower opens at nine.",
        "It closes at six.",
        "The tower opens at nine. It closes at six.",
    }


def dated(published: date | None, asked: date | None) -> float:
    article = Article(ArticleInfo("a", "a", "A", published=published), "The tower opened.")
    (window,) = find_windows(coast.search("tower", [article]), Expected.ANYTHING, asked)
    return window.features.fresh


def test_an_article_is_fresh_on_the_day_of_asking_and_less_each_day_after() -> None:
    asked = date(2026, 6, 12)
    assert dated(asked, asked) == dated(date(2026, 6, 13), asked) == 1
    assert dated(asked - timedelta(HALF_LIFE_DAYS), asked) == 0.5
    assert dated(date(2027, 6, 12), asked) == dated(None, asked) == dated(asked, None) == 0


def test_what_stands_first_in_an_article_leads() -> None:
    found = [window for window in windows("tower").values() if not window.headline]
    assert all(
        one.features.lead > other.features.lead
        for one in found
        for other in found
        if one.passage is other.passage and one.start < other.start
    )


def headlines(title: str) -> list[str]:
    article = Article(ArticleInfo("a", "a", title), "The tower opened.")
    found = find_windows(coast.search("tower", [article]), Expected.ANYTHING)
    return [window.text for window in found if window.headline]


def test_a_title_that_says_something_can_be_quoted() -> None:
    title = "Rebuilt tower of Lindau opens, six metres taller"
    assert headlines(title) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "",
        "tower",
        "2026-06-12_tower",
        "How tall is the rebuilt tower of Lindau?",
        "tower " * LONGEST_SENTENCE,
    ],
)
def test_a_title_that_says_nothing_is_not_quoted(title: str) -> None:
    assert headlines(title) == []


def test_the_same_title_is_offered_once_however_many_passages_its_article_has() -> None:
    passage = coast.passage(
        replace(coast.FERRY, info=replace(coast.FERRY.info, title="Ferry strike ends at last"))
    )
    result = SearchResult("g", (passage, replace(passage, chunk_id="other")), (Term("ferri", 1.0),))
    assert sum(window.headline for window in find_windows(result, Expected.ANYTHING)) == 1


def test_no_window_ends_with_a_question() -> None:
    assert "What did it cost?" not in windows("What did it cost?")
    assert any("What did it cost?" in text for text in windows("What did it cost?"))


def test_a_mark_that_opens_the_next_sentence_goes_with_it() -> None:
    text = 'The tower opened, he said. "It cost too much."'
    at = text.index("It cost")
    passage = replace(
        coast.passage(Article(ArticleInfo("a", "a", "A"), text)),
        sentences=(Sentence(0, at, 0.5), Sentence(at, len(text), 0.5)),
    )
    found = find_windows(SearchResult("g", (passage,), (Term("tower", 1.0),)), Expected.ANYTHING)
    assert {window.text for window in found} == {
        "The tower opened, he said.",
        '"It cost too much."',
        text,
    }


def test_weights_of_the_question_s_words_add_up_to_one() -> None:
    result = SearchResult(
        "g", (), tuple(Term(stem, idf) for stem, idf in (("a", 0.2), ("b", 6.0), ("c", 1.0)))
    )
    weights = weigh_terms(result)
    assert abs(sum(weights.values()) - 1) < 1e-9
    assert weights["b"] > weights["c"] > weights["a"] > 0
    assert weigh_terms(SearchResult("g", (), (Term("a", 0.0), Term("b", 0.0)))) == {"a": 0.5, "b": 0.5}
    assert weigh_terms(SearchResult("g", ())) == {}


def test_passages_without_sentence_vectors_are_judged_by_their_own() -> None:
    passage = coast.passage(coast.FERRY, similarity=None)
    found = find_windows(SearchResult("g", (passage,), (Term(stems("ferry")[0], 1.0),)), Expected.ANYTHING)
    assert {window.features.similarity for window in found} == {0.4}


def of_lines(*lines: tuple[str, str | None]) -> list[Window]:
    """The windows of a passage of lines, each with its heading."""
    text = "\n\n".join(line for line, _ in lines)
    starts = [text.index(line) for line, _ in lines]
    spans = tuple(
        Sentence(start, start + len(line), 0.5, heading)
        for start, (line, heading) in zip(starts, lines, strict=True)
    )
    article = Article(ArticleInfo("office", "o", "Office"), text, cuts=tuple(starts[1:]))
    passage = replace(coast.passage(article), sentences=spans)
    result = SearchResult("g", (passage,), (Term("fee", 1.0), Term("passport", 1.0)))
    return [one for one in find_windows(result, Expected.ANYTHING) if not one.headline]


def test_a_line_of_a_list_or_a_table_is_quoted_alone_and_without_its_bullet() -> None:
    lines = ["Fees", "• Passport: 62 crowns", "• free for pupils", "Code: E-1 | Meaning: Flame", "Menu"]
    found = of_lines(*((line, None) for line in lines))
    texts = ["Passport: 62 crowns", "free for pupils", "Code: E-1 | Meaning: Flame"]
    assert [window.text for window in found] == texts


def test_the_words_of_the_heading_over_a_line_count_for_it_and_for_no_other() -> None:
    found = of_lines(("• Passport: 62 crowns", "Vance › Fees"), ("• Monday: 8:00 to 12:00", "Vance › Hours"))
    assert [window.features.framed for window in found] == [0.5, 0.0]
    assert found[0].features.coverage == 0.5
