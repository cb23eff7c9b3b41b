"""The few quotes that answer best."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Citation
from bot.answering.extractive.expected_answer import Expected
from bot.answering.extractive.extract import MOST_QUOTES, SHOWN_CHARS, extract, pick, quote
from bot.answering.extractive.windows import find_windows
from index.article import Article, ArticleInfo
from tests.bot.answering import coast


@pytest.mark.parametrize(
    ("question", "answer", "article"),
    [
        ("How many metres does the rebuilt tower stand above the quay?", "41 metres", "lighthouse"),
        ("Who called the ferry agreement fair?", "Per Aune", "ferry"),
        ("When did the crews of the ferry go back to work?", "9 June 2026", "ferry"),
        ("How many passengers were stranded on Holm?", "1,250 passengers", "ferry"),
        ("What height did officials give for the planned tower?", "40 metres", "plans"),
    ],
)
def test_the_first_quote_answers(question: str, answer: str, article: str) -> None:
    first = extract(question, coast.search(question))[0]
    assert answer in first.text
    assert first.citations[0].article_id == article


def test_what_the_articles_do_not_hold_is_not_answered() -> None:
    for question in ("Who won the 1998 World Cup?", "What is the capital of France?", "asdf qwertz"):
        assert extract(question, coast.search(question)) == []


def test_no_passages_give_no_quotes() -> None:
    assert extract("How tall is the tower?", coast.search("How tall is the tower?", [])) == []


def test_numbers_that_answer_stand_in_bold_and_others_do_not() -> None:
    question = "What is the range of the lamp between the tower and the sea?"
    lamp = next(one for one in extract(question, coast.search(question)) if "19 miles" in one.text)
    bold = [lamp.text[start:end] for start, end in lamp.bold]
    assert "41 metres" not in bold
    question = "How many passengers were stranded on Holm?"
    stranded = extract(question, coast.search(question))[0]
    assert [stranded.text[start:end] for start, end in stranded.bold] == ["1,250 passengers"]


def test_a_date_that_answers_stands_in_bold() -> None:
    question = "When did the crews of the Lindau ferry go back to work?"
    first = extract(question, coast.search(question))[0]
    assert [first.text[start:end] for start, end in first.bold] == ["9 June 2026"]


ASKED = "how many who when lamp tower ferry Holm metres passengers Varga agreement cost Lindau"
QUESTIONS = st.lists(st.sampled_from(ASKED.split()), min_size=1, max_size=8).map(" ".join)


@given(QUESTIONS)
def test_every_quote_is_its_article_s_own_words_short_enough_and_overlaps_no_other(question: str) -> None:
    texts = {article.info.id: article.text for article in coast.ARTICLES}
    titles = {article.info.id: article.info.title for article in coast.ARTICLES}
    statements = extract(question, coast.search(question))
    spans = []
    for statement in statements:
        (citation,) = statement.citations
        assert statement.quoted
        if citation.headline:
            assert statement.text == citation.quote == titles[citation.article_id]
            assert citation.start == citation.end == 0
            continue
        assert statement.text == citation.quote == texts[citation.article_id][citation.start : citation.end]
        assert all(0 <= start < end <= len(statement.text) for start, end in statement.bold)
        assert list(statement.bold) == sorted(set(statement.bold))
        spans.append((citation.article_id, citation.start, citation.end))
    assert len(statements) <= MOST_QUOTES
    assert len(statements) <= 1 or sum(len(one.text) for one in statements) <= SHOWN_CHARS
    for here, (article, start, end) in enumerate(spans):
        others = [other for other in spans[:here] if other[0] == article]
        assert all(end <= other[1] or other[2] <= start for other in others)


def test_where_the_answer_can_be_told_nothing_else_is_quoted() -> None:
    question = "How many passengers were stranded on Holm?"
    (only,) = extract(question, coast.search(question))
    assert "1,250 passengers" in only.text


def test_a_number_that_is_asked_for_is_not_answered_by_a_sentence_without_one() -> None:
    question = "How far out to sea does the lamp of the Lindau tower reach?"
    quotes = extract(question, coast.search(question))
    assert quotes
    assert all(any(letter.isdigit() for letter in one.text) for one in quotes)


def test_a_sentence_that_points_at_the_one_before_is_quoted_with_it() -> None:
    text = "The tower of Lindau was closed for years. It reopened in spring after long repairs of the lamp."
    articles = [Article(ArticleInfo("a", "a", "Tower"), text)]
    question = "When was the lamp repaired and reopened after long repairs?"
    windows = find_windows(coast.search(question, articles), Expected.ANYTHING)
    assert [window.text for window in pick(windows)] == [text]


def test_a_headline_that_answers_is_quoted_as_the_title_of_its_article() -> None:
    title = "Rebuilt tower of Lindau opens with a concert of Per Aune"
    article = Article(ArticleInfo("a", "a", title), "A crowd came early. The weather was fine all day.")
    question = "Whose concert opens the rebuilt tower of Lindau?"
    best = pick(find_windows(coast.search(question, [article]), Expected.THING))[0]
    first = quote(best, question, Expected.THING)
    assert first.text == title
    assert first.citations == (Citation(0, "a", title, 0, 0, headline=True),)


def test_of_few_articles_only_what_is_close_is_quoted_and_no_title_beside_its_own_article() -> None:
    """Search has had to bring all that there is, and the footnote names the title anyway."""
    title = "The ferry of Holm gets a new crane"
    text = (
        "The crane of the ferry of Holm lifts 40 tonnes. It rained in Holm on the day. "
        "The ferry sails at noon. Runa Dahl has been the mayor for years. A band played three songs."
    )
    others = "The mayor of Lindau opened a market. Its stalls sell fish and bread until the evening."
    articles = [Article(ArticleInfo("a", "a", title), text), Article(ArticleInfo("b", "b", "Market"), others)]
    question = "What does the crane of the ferry of Holm lift?"
    quotes = extract(question, coast.search(question, articles))
    assert [one.text for one in quotes] == ["The crane of the ferry of Holm lifts 40 tonnes."]


def test_of_two_alike_the_fresh_one_comes_first() -> None:
    articles = [
        Article(
            ArticleInfo(name, name, name, published=date(year, 6, 1)), f"The winner of the race is {name}."
        )
        for name, year in (("Varga", 2019), ("Aune", 2026))
    ]
    question = "Who is the winner of the race?"
    first = extract(question, coast.search(question, articles), date(2026, 6, 3))[0]
    assert "Aune" in first.text


def test_two_articles_that_say_the_same_in_the_same_words_are_quoted_once() -> None:
    text = "The rebuilt tower of Lindau stands 41 metres tall."
    articles = [Article(ArticleInfo(one, one, "Tower"), text) for one in ("a", "b")]
    assert (
        len(
            extract(
                "How tall is the rebuilt tower?", coast.search("How tall is the rebuilt tower?", articles)
            )
        )
        == 1
    )


def test_two_articles_that_differ_are_both_quoted() -> None:
    articles = [
        Article(ArticleInfo("a", "a", "Tower"), "The rebuilt tower stands 41 metres above the quay."),
        Article(
            ArticleInfo("b", "b", "Tower"), "Officials give the height of the rebuilt tower as 40 metres."
        ),
    ]
    question = "How many metres is the height of the rebuilt tower?"
    quotes = extract(question, coast.search(question, articles))
    assert {one.citations[0].article_id for one in quotes} == {"a", "b"}


def test_one_window_is_shown_however_long_its_sentence() -> None:
    article = Article(ArticleInfo("long", "long", "Tower"), "tower " * 500 + "ends.")
    windows = find_windows(coast.search("tower", [article]), Expected.ANYTHING)
    assert 1 <= len(pick(windows)) <= MOST_QUOTES


def both(question: str, one: str, other: str, titles: tuple[str, str] = ("Rules", "Rules")) -> set[str]:
    """Which of two articles are quoted."""
    articles = [
        Article(ArticleInfo(name, name, title), text)
        for name, title, text in zip("ab", titles, (one, other), strict=True)
    ]
    quotes = extract(question, coast.search(question, articles))
    return {one.citations[0].article_id for one in quotes}


def test_near_copies_that_contradict_each_other_are_both_quoted() -> None:
    dogs = "Dogs are allowed in all rooms of the hostel if they are kept on a lead."
    assert both("Are dogs allowed in the hostel?", dogs, dogs.replace("allowed", "not allowed")) == {"a", "b"}
    fire = "The fire in the harbour of Sallow killed 12 people on Tuesday."
    asked = "How many people did the fire in Sallow kill?"
    assert both(asked, fire, fire.replace("12", "15")) == {"a", "b"}
    assert len(both(asked, fire, fire.replace("12", "twelve"))) == 1
    flag = "The flag of the town of Corran has been blue for many years."
    assert both("Which flag has the town of Corran?", flag, flag.replace("blue", "red")) == {"a", "b"}


def test_of_pages_of_one_template_the_one_that_is_asked_for_is_quoted() -> None:
    page = "The branch opens at 9.30 in the morning and closes at 5 in the afternoon."
    other = page.replace("9.30", "10.15")
    titles = ("Corran branch", "Marrick branch")
    assert both("When does the Marrick branch open?", page, other, titles) == {"b"}
    assert both("When does the branch open?", page, other, titles) == {"a", "b"}
