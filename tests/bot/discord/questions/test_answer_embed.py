"""The answer's embed: what stands in it, and that it fits whatever goes into it."""

import itertools
import re
from dataclasses import replace

import discord
import pytest
from hypothesis import HealthCheck, given, settings

from bot.answer import Answer, Outcome, Question, Statement
from bot.answering.stale_quotes import Standing
from bot.discord.questions.answer_embed import answer_embed
from bot.discord.questions.fit import fit
from bot.discord.questions.passages import passage_embed, passage_pages
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.discord_limits import size
from bot.messages import messages_for
from tests.bot import samples
from tests.bot.discord.toolkit import strategies

MESSAGES = messages_for()
TALL_LINK = (
    "https://gazette.example/lighthouse#:~:text=The%20rebuilt%20tower%20stands,than%20the%20old%20one."
)
slow = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    deadline=None,
)


def text_of(answer: Answer) -> str:
    """As it is read: spaces that do not break as spaces."""
    return (answer_embed(answer, MESSAGES).description or "").replace("\u00a0", " ")


def assert_within_limits(embed: discord.Embed) -> None:
    parts = [(embed.title, discord_limits.TITLE), (embed.description, discord_limits.DESCRIPTION)]
    parts += [(embed.footer.text, discord_limits.FOOTER)]
    parts += [(field.name, discord_limits.FIELD_NAME) for field in embed.fields]
    parts += [(field.value, discord_limits.FIELD_VALUE) for field in embed.fields]
    for text, limit in parts:
        assert size(text or "") <= limit
    assert all(field.name and field.value for field in embed.fields)
    assert sum(size(text or "") for text, _ in parts) <= discord_limits.EMBED_TOTAL
    assert embed.title or embed.description


def test_an_answer_shows_statements_with_marks_then_footnotes_then_how_new_it_is() -> None:
    embed = answer_embed(samples.answered(), MESSAGES)
    assert embed.title == "How tall is the rebuilt Lindau lighthouse?"
    assert text_of(samples.answered()) == (
        "“The rebuilt tower stands **41 metres** above the quay, six more than the old one.”"
        f" [[1]]({TALL_LINK})\n"
        "\n"
        "“Officials give its height as 40 metres.” [2]\n"
        "\n"
        f"-# [1] [Lighthouse reopens after five years]({TALL_LINK})"
        " · Harbour Gazette · J. Voss · 2 May 2026\n"
        "-# [2] brief of: Lindau plans its new light, Coast Weekly · date unknown · coast.txt"
    )
    assert embed.footer.text == "Newest article behind this answer: 2\u00a0May\u00a02026"


def test_no_line_begins_with_a_mark_or_a_dot_or_in_the_middle_of_a_day() -> None:
    embed = answer_embed(samples.answered(), MESSAGES)
    pieces = (embed.description or "").replace("-# ", "").split(" ")  # a narrow screen may break between them
    assert not any(piece.startswith(("[1]", "[2]", "[[", "·", "May", "2026")) for piece in pieces)
    assert (embed.footer.text or "").endswith(" 2\u00a0May\u00a02026")


def test_each_mark_leads_to_its_own_sentence_of_the_article() -> None:
    answer = samples.answered()
    lamp = "Its lamp reaches nineteen miles."
    citation = samples.citation(1, samples.LIGHTHOUSE, samples.LIGHTHOUSE_TEXT, lamp)
    statements = (answer.statements[0], Statement(lamp, (citation,)))
    text = text_of(replace(answer, statements=statements))
    assert f"[[1]]({TALL_LINK})" in text
    assert (
        "[[1]](https://gazette.example/lighthouse#:~:text=Its%20lamp%20reaches%20nineteen%20miles.)" in text
    )


def test_a_quote_that_begins_or_ends_with_speech_keeps_a_thin_space_from_the_marks_around_it() -> None:
    answer = samples.answered()
    speech = replace(answer.statements[0], text="“We are back,” said the keeper. “At last!”", bold=())
    text = text_of(replace(answer, statements=(speech,)))
    assert "“\u202f“We are back,” said the keeper. “At last!”\u202f” [[1]]" in text


def test_marks_give_up_their_links_before_a_statement_is_shortened() -> None:
    answer = samples.answered()
    statement = replace(answer.statements[0], text="Much was said. " * 13, bold=())
    many = replace(answer, statements=(statement,) * 18)
    text = text_of(many)
    assert "Shortened to fit" not in text
    assert text.count(" [1]\n") == 18
    assert f"-# [1] [Lighthouse reopens after five years]({TALL_LINK})" in text


def test_copies_of_a_cited_article_are_named() -> None:
    answer = samples.answered()
    notes = (replace(answer.footnotes[0], copies=(samples.COAST,)), answer.footnotes[1])
    assert "2 May 2026 · also in: Coast Weekly\n" in text_of(replace(answer, footnotes=notes))


def test_a_refusal_says_so_and_names_the_nearest_articles() -> None:
    assert text_of(samples.refused()).startswith("I found nothing in the articles that answers this.")
    assert "- Ferry timetable for the summer · date unknown · ferry.txt" in text_of(samples.refused())


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.NOT_A_QUESTION, "nothing in this to search for"),
        (Outcome.TOO_LONG, "4000 characters"),
        (Outcome.NO_ARTICLES, "No article matches"),
    ],
)
def test_each_other_outcome_has_its_words(outcome: Outcome, words: str) -> None:
    assert words in text_of(Answer(Question("x" * 4000), outcome)).replace(",", "")


def test_a_long_answer_is_shortened_around_its_bold_words_and_says_so() -> None:
    filler = "Many other things were said about the harbour that day, and at length. "
    long_text = filler * 60 + "The tower is 41 metres tall. " + filler * 60
    at = long_text.index("41")
    answer = samples.answered()
    statement = replace(answer.statements[0], text=long_text, bold=((at, at + 9),))
    text = text_of(replace(answer, statements=(statement, answer.statements[1])))
    assert "**41 metres**" in text
    assert "Shortened to fit" in text
    assert "“… " in text
    assert "[1] [Lighthouse reopens" in text
    assert "[2] brief of" in text


def test_a_foreign_title_cannot_break_out_of_its_link() -> None:
    answer = samples.answered()
    hostile = replace(
        samples.LIGHTHOUSE, title="x](https://evil.example) @everyone", url="https://a.example/) y"
    )
    notes = (replace(answer.footnotes[0], article=hostile), answer.footnotes[1])
    text = text_of(replace(answer, footnotes=notes))
    assert r"[x\](https\://evil.example) \@everyone](https://a.example/%29%20y#" in text


@slow
@given(strategies.answered())
def test_any_answer_fits_and_every_statement_keeps_its_footnotes(answer: Answer) -> None:
    assert_within_limits(answer_embed(answer, MESSAGES))
    fitted = fit(answer, MESSAGES)
    assert size(fitted.text) <= discord_limits.DESCRIPTION
    assert fitted.statements
    marked = {citation.number for statement in fitted.statements for citation in statement.citations}
    assert set(fitted.numbers) == marked
    statements, _, footnotes = fitted.text.rpartition("\n\n")
    shown = [int(number) for number in re.findall(r"(?m)^-# \[(\d+)\] \S", footnotes)]
    assert tuple(shown) == fitted.numbers
    assert {int(n) for n in re.findall(r"(?<!\\)\[(\d+)\]", statements)} == marked
    if fitted.statements != answer.statements:
        assert "Shortened to fit" in statements


@slow
@given(strategies.refusals())
def test_any_refusal_fits(answer: Answer) -> None:
    assert_within_limits(answer_embed(answer, MESSAGES))


@slow
@given(strategies.answered())
def test_any_passages_page_fits(answer: Answer) -> None:
    pages = passage_pages(answer)
    assert pages
    for page, standing in itertools.product(range(len(pages)), Standing):
        embed = passage_embed(pages, page, MESSAGES, standing)
        assert_within_limits(embed)
        assert re.search(r"(?m)^-# \[\d+\] \S", embed.description or "")


def test_a_passage_is_shown_word_for_word_with_the_quote_marked_and_its_article_below() -> None:
    embed = passage_embed(passage_pages(samples.answered()), 0, MESSAGES)
    assert embed.title == "Passage 1 of 2"
    above, passage, line = (embed.description or "").replace("\n\n", "\n").split("\n")
    assert above == "-# Under: How tall it is"
    assert passage == (
        "The keepers returned on Monday. **The rebuilt tower stands 41 metres above the quay, six more than "
        "the old one.** Its lamp reaches nineteen miles."
    )
    assert line.startswith("-# [1] [Lighthouse reopens after five years](https://gazette.example/lighthouse#")


def test_a_quote_without_its_passage_is_still_shown() -> None:
    embed = passage_embed(passage_pages(replace(samples.answered(), passages=())), 1, MESSAGES)
    assert "**Officials give its height as 40 metres.**" in (embed.description or "")


@pytest.mark.parametrize(
    ("locale", "caption", "under"),
    [
        ("en", "caption: ", "under Vance › Fees"),
        ("de", "Bildunterschrift: ", "unter Vance › Fees"),
        ("es-ES", "pie de foto: ", "bajo Vance › Fees"),
        ("fr", "légende : ", "sous Vance › Fees"),
        ("pt-BR", "legenda: ", "em Vance › Fees"),
        ("uk", "підпис до фото: ", "у розділі Vance › Fees"),
    ],
)
def test_captions_and_lines_of_lists_are_named_as_what_they_are(
    locale: str, caption: str, under: str
) -> None:
    answer = samples.answered()
    one, two = answer.footnotes
    notes = (replace(one, caption=True), replace(two, headings=("Vance › Fees",)))
    text = fit(replace(answer, footnotes=notes), messages_for(locale)).text.replace("\u00a0", " ")
    assert f"[1] {caption}[Lighthouse" in text
    assert f"· {under}" in text
