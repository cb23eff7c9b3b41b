"""Words that were broken at the end of a line are put together where the text says how."""

import pytest

from index.cleaning.blocks import split_blocks


def joined(text: str) -> str:
    return "\n".join(block.text for block in split_blocks(text))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The old har-\nbour is shut. A new harbour opens.", "The old harbour is shut. A new harbour opens."),
        ("The har\u00ad\nbour is shut.", "The harbour is shut."),
        ("A well-\nknown and well-known town.", "A well-known and well-known town."),
        ("Die Müh-\r\nle von Orrin. Mühle und Bach.", "Die Mühle von Orrin. Mühle und Bach."),
    ],
)
def test_a_broken_word_is_put_together(broken: str, whole: str) -> None:
    assert joined(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "The pre-\nand post-war years.",
        "The old har-\nbour is shut.",
        "A list -\nharbour and pier",
        "North-\nSouth, Northsouth",
        "Harbour-\n\nharbour",
    ],
)
def test_a_hyphen_that_may_belong_there_stays(text: str) -> None:
    assert joined(text) == "\n".join(line for line in text.splitlines() if line)


def test_in_hard_wrapped_text_the_paragraph_stays_one() -> None:
    text = (
        "The council of the town has decided to close the old har-\n"
        "bour for two years. A new harbour was built at the mouth\n"
        "of the river, and the ferries have called there since the\n"
        "spring. The pilots say that the new one is safer in win\u00ad\n"
        "ter, and that fewer boats have to wait outside it."
    )
    whole = text.replace("har-\n", "har").replace("\u00ad\n", "").replace("\n", " ")
    assert [block.text for block in split_blocks(text)] == [whole]
