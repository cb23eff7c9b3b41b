"""What a person typed becomes words to search for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Outcome
from bot.answering.question.clean import LONGEST_QUESTION, clean, objection


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<@123456789012345678> how tall is the tower?", "how tall is the tower?"),
        ("<@!123456789012345678>, <@&22> and <#33> : who paid?", ", and : who paid?"),
        ("@every**one** who paid?", "who paid?"),
        ("@everyone when does the ferry sail?", "when does the ferry sail?"),
        ("**How** *tall* is __the__ ~~old~~ `tower`?", "How tall is the old tower?"),
        ("> # How tall?", "How tall?"),
        ("```py\nhow tall\n```", "how tall"),
        ("is [this page](https://coast.example/a) right?", "is this page right?"),
        ("https://discord.gg/abcdef who won?", "who won?"),
        ("a <:lamp:123456789012345678> lamp", "a lamp"),
        ("what is snake_case and 3*4*5?", "what is snake_case and 3*4*5?"),
        ("how\u200b tall\u202e is it\x00?", "how tall is it ?"),
        ("  \n\t ", ""),
    ],
)
def test_mentions_marks_and_links_are_no_part_of_a_question(typed: str, words: str) -> None:
    assert clean(typed) == words


@pytest.mark.parametrize("typed", ["", "???", "<@1>", "@here", "***", "😀😀", "https://coast.example/", "> "])
def test_what_holds_no_word_is_not_a_question(typed: str) -> None:
    assert objection(clean(typed)) is Outcome.NOT_A_QUESTION


def test_a_question_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert objection("w" * LONGEST_QUESTION) is None
    assert objection("w" * (LONGEST_QUESTION + 1)) is Outcome.TOO_LONG


@pytest.mark.parametrize(
    "typed", ["灯台の高さは？", "Wie hoch ist der Turm?", "41?", "Quelle est la hauteur"]
)
def test_any_language_and_a_bare_number_may_be_asked(typed: str) -> None:
    assert objection(clean(typed)) is None


@given(st.text(max_size=300))
def test_cleaning_cleaned_words_changes_no_mention_back_into_one(typed: str) -> None:
    cleaned = clean(typed)
    assert "@everyone" not in cleaned
    assert "@here" not in cleaned
    assert "\n" not in cleaned
