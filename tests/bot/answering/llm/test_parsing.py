"""What a model says, in whatever form and however it is cut into pieces, is read the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.llm.parsing import AnswerParser, Said, Support, read_list
from tests.bot.answering.llm.speaking import answer, statement

KEYS = ("kbdfgh", "mnpqrs")
TALL = Said("It is 41 metres tall.", (Support("kbdfgh", "stands 41 metres"),))
WELL = answer(
    statement("It is 41 metres tall.", ("kbdfgh", "stands 41 metres")),
    statement('It has a "lamp" {new}.', ("mnpqrs", "a lamp\nand a bell"), part=2),
)


def read(text: str, size: int = 7) -> list[Said]:
    parser = AnswerParser(KEYS)
    said = [one for at in range(0, len(text), size) for one in parser.feed(text[at : at + size])]
    return said + parser.finish()


def test_json_is_read_statement_by_statement_as_it_streams_in() -> None:
    parser = AnswerParser(KEYS)
    at = WELL.index("}]}") + 3
    assert parser.feed(WELL[: at - 1]) == []
    assert parser.feed(WELL[at - 1 : at]) == [TALL]
    (second,) = parser.feed(WELL[at:])
    assert second == Said('It has a "lamp" {new}.', (Support("mnpqrs", "a lamp\nand a bell"),), 1)
    assert parser.finish() == []
    assert not parser.broken_off


@given(st.integers(1, 60))
def test_where_it_is_cut_into_pieces_makes_no_difference(size: int) -> None:
    assert read(WELL, size) == read(WELL, len(WELL))


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{answer(statement(TALL.text, ('kbdfgh', 'stands 41 metres')))}\n```",
        "Sure! " + json.dumps({"text": TALL.text, "key": "kbdfgh", "quote": "stands 41 metres"}),
        '{"statements": [{"text": "It is 41 metres tall.", "support": [{"key": "[kbdfgh]", '
        '"quote": "stands 41 metres",},],},]}',
        "{'statements': [{'text': 'It is 41 metres tall.', 'support': "
        "[{'key': 'kbdfgh', 'quote': 'stands 41 metres'}]}]}",
        '{"claims": [{"claim": "It is 41 metres tall.", "sources": '
        '{"source": "kbdfgh", "words": "stands 41 metres"}}]}',
        '<think>Maybe {"text": "It is 9 metres tall.", "support": [{"key": "kbdfgh"}]}</think>'
        + answer(statement(TALL.text, ("kbdfgh", "stands 41 metres"))),
        "- It is 41 metres tall. [kbdfgh] “stands 41 metres”",
        '1. **It is 41 metres tall.** (kbdfgh): "stands 41 metres"',
        '[kbdfgh] It is 41 metres tall. "stands 41 metres"',
        '| It is 41 metres tall. | kbdfgh | "stands 41 metres" |',
    ],
)
def test_other_forms_are_read_too(text: str) -> None:
    assert read(text) == [TALL]


def test_a_key_without_words_is_a_support_without_words() -> None:
    assert read('{"text": "It is tall.", "support": ["kbdfgh"]}') == [
        Said("It is tall.", (Support("kbdfgh"),))
    ]
    assert read("It is tall. [kbdfgh]") == [Said("It is tall.", (Support("kbdfgh"),))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It is 41 metres tall.",
        '{"text": "It is 41 metres tall."}',
        '{"text": "It is 41 metres tall.", "support": []}',
        '{"text": 41, "support": [{"key": "kbdfgh", "quote": "x"}]}',
        '{"text": "It is 41 metres tall.", "support": [{"key": "kbdfgh", "quo',
        '<think>{"text": "It is tall.", "support": ["kbdfgh"]}',
        json.dumps({"text": "long " * 1000, "support": ["kbdfgh"]}),
        "{" * 2000 + "}" * 2000,
        '{"' * 3000,
    ],
)
def test_what_names_no_source_or_is_not_finished_is_no_statement(text: str) -> None:
    assert read(text, 64) == []


@pytest.mark.parametrize("text", [answer(not_there=True), "NOT_IN_PASSAGES", "{'not_in_passages': True}"])
def test_the_sentinel_is_seen(text: str) -> None:
    parser = AnswerParser(KEYS)
    parser.feed(text)
    assert parser.not_there


def test_statements_win_over_the_sentinel() -> None:
    parser = AnswerParser(KEYS)
    parser.feed(WELL.replace("false", "true"))
    assert not parser.not_there


def test_what_broke_off_is_known_to_be_broken() -> None:
    parser = AnswerParser(KEYS)
    parser.feed(WELL[:-30])
    assert parser.broken_off


@given(st.text(alphabet="{}[]\"'\\:, \nkbdfghabc<think>/", max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    for said in read(text, 11):
        assert said.text
        assert said.supports


def test_a_list_of_texts_is_found_wherever_it_stands() -> None:
    assert read_list('Here: {"questions": ["Who?", 4, "When?"]} done', "questions") == ["Who?", "When?"]
    assert read_list('{"questions": "Who?"}', "questions") == []
    assert read_list("nothing", "questions") == []
