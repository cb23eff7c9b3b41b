"""Foreign text comes out as it stands: nothing in it is markup, a link, an invite or a mention."""

import re

import pytest
from hypothesis import given

from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.markup import escape, escape_within, mark
from tests.bot.discord.toolkit.strategies import LONG_TEXT


def shown(markup: str) -> str:
    """What a person sees of escaped text: backslashes before punctuation go, as in Discord."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markup)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**bold** and _thin_", r"\*\*bold\*\* and \_thin\_"),
        ("[click](https://evil.example)", r"\[click\](https\://evil.example)"),
        ("<@1> <#2> </ask:3> <t:0:R>", r"\<\@1\> \<#2\> \</ask:3\> \<t\:0:R\>"),
        ("@everyone @here", r"\@everyone \@here"),
        ("discord.gg/abc discord.com/invite/x", r"discord\.gg/abc discord\.com/invite/x"),
        (":wave: at 10:30", r"\:wave: at 10:30"),
        ("# heading\n- item\n1. one\n> said", "\\# heading\n\\- item\n1\\. one\n\\> said"),
        ("a-b #1 well-known", "a-b #1 well-known"),
        ("C:\\path", "C:\\\\path"),
        ("right\u202eleft\x07", "rightleft"),
    ],
)
def test_what_opens_markup_is_escaped_and_nothing_else(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(LONG_TEXT)
def test_a_reader_sees_the_text_as_it_stands(text: str) -> None:
    visible = re.sub(r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    assert shown(escape(text)) == visible


@given(LONG_TEXT)
def test_no_opener_is_left_without_its_backslash(text: str) -> None:
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "x", escape(text))
    assert not re.search(r"[*_~|`<>\[\]@\\]", bare)
    assert not re.search(r"(?m)^\s*[#+\-]", bare)
    assert "://" not in bare
    assert not re.search(r"(?i)\bdiscord(app)?\.(gg|com/invite)", bare)


@given(LONG_TEXT)
def test_escaped_text_keeps_to_its_room(text: str) -> None:
    for room in (20, 180, 256):
        assert size(escape_within(text, room)) <= room


def test_words_are_marked_bold_though_what_they_hold_is_escaped() -> None:
    assert mark("about 41* metres tall", ((6, 16),)) == r"about **41\* metres** tall"


def test_marks_that_touch_become_one_and_marks_over_lines_are_closed_on_each() -> None:
    assert mark("one two", ((0, 3), (3, 7))) == "**one two**"
    assert mark("one\n\ntwo", ((0, 8),)) == "**one**\n\n**two**"


def test_text_is_cut_at_a_word_and_says_so() -> None:
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("one", 12) == "one"
    assert size(shorten("𝔘" * 100, 11)) <= 11
