"""Text without invisible characters, each letter in one spelling: a word is found however it was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import RawArticle
from index.characters import plain_characters
from index.cleaning import clean


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ober\u00adbürger\u00admeisterin", "Oberbürgermeisterin"),
        ("zero\u200bwidth\u200c and\u2060 joi\u200dner\ufeff", "zerowidth and joiner"),
        ("\u200eleft\u200f \u2066iso\u2069 \u202eover\u202c \u061c", "left iso over "),
        ("ﬁnal ﬂow eﬀect ﬃ ﬄ ﬅ ﬆ ſtadt", "final flow effect ffi ffl st st stadt"),
        ("ＡＢＣ１２３ ｘ ５０％ １２，５００", "ABC123 x 50% 12,500"),
        (
            unicodedata.normalize("NFD", "Mühle, Älv, Łódź, Ångström, й, ї"),
            "Mühle, Älv, Łódź, Ångström, й, ї",
        ),
        ("\u212b \u2126", "Å Ω"),
        ("ｶﾞｽ 𝐁𝐨𝐥𝐝 𝟓 Louis Ⅳ", "ガス Bold 5 Louis IV"),
        ("non\u2011stop co\u2010op", "non-stop co-op"),
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("hid\U000e0041\U000e0042den", "hidden"),
    ],
)
def test_a_word_has_one_spelling(written: str, plain: str) -> None:
    assert plain_characters(written) == plain


@pytest.mark.parametrize(
    "text",
    [
        "10⁶ m², 12.ª, n.º 5, ½, ™ ℃ №",  # forms that mean something
        "中文，句子。（二）！",  # punctuation that is full-width
        "می\u200cخواهم क्\u200dष",  # joiners that change letters
        "ไทย\u200bไทย",  # a space in Thai
        "👩\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
        "“quotes” – dashes … ’",
    ],
)
def test_what_means_something_stays(text: str) -> None:
    assert plain_characters(text) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_twice_is_once(text: str) -> None:
    once = plain_characters(text)
    assert plain_characters(once) == once


def test_whatever_the_reader_text_title_names_and_captions_are_plain() -> None:
    raw = RawArticle(
        id="a",
        source="a.html",
        text="Die Ober\u00adbürger\u00admeisterin Käthe Groß\u200bmann erhielt 54,3\u00a0Prozent.",
        title="Wa\u00adhl in Alden\u200b",
        publisher="Al\u00addener Bote",
        authors=("Jo\u200bna Ek",),
        section="Poli\u00adtik",
        captions=("Das Rat\u00adhaus",),
    )
    article = clean(raw)
    assert article.text == "Die Oberbürgermeisterin Käthe Großmann erhielt 54,3 Prozent."
    assert (article.info.title, article.info.publisher) == ("Wahl in Alden", "Aldener Bote")
    assert (article.info.authors, article.info.section) == (("Jona Ek",), "Politik")
    assert article.captions == ("Das Rathaus",)
