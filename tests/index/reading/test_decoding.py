"""Text in the encodings before UTF-8 is read right, or refused with advice, and never with another letter."""

import re
from contextlib import suppress

import pytest

from index.errors import ArticleError
from index.reading.decoding import decode
from index.reading.html_decoding import decode_html
from tests.index.reading.language_samples import SAMPLES

WESTERN = ("cp1252", "iso8859-1", "iso8859-15")
CENTRAL = ("cp1250", "iso8859-2")
BALTIC = ("cp1257", "iso8859-13")
CYRILLIC = ("cp1251", "iso8859-5", "mac-cyrillic")
ENCODINGS = {
    **dict.fromkeys(("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "is", "fi", "et"), WESTERN),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "sl", "hr"), CENTRAL),
    **dict.fromkeys(("lt", "lv"), BALTIC),
    **dict.fromkeys(("be", "sr"), CYRILLIC),
    **dict.fromkeys(("ru", "bg"), (*CYRILLIC, "koi8-r", "koi8-u", "cp866")),
    "uk": ("cp1251", "mac-cyrillic", "koi8-u"),
    "tr": ("cp1254",),
    "el": ("iso8859-7",),
}
# What a text must not come out of with another letter, whether or not it can be told.
OTHERS: tuple[str, ...] = (
    *WESTERN,
    *CENTRAL,
    *BALTIC,
    *CYRILLIC,
    "koi8-r",
    "koi8-u",
    "cp1254",
    "iso8859-4",
    "iso8859-16",
)
OTHERS += ("cp437", "cp850", "cp852", "cp866", "mac-roman", "mac-latin2")
# Typographic signs that ISO and DOS have not, as people wrote them there.
PLAIN = str.maketrans("„“”‘’–«»œŠš£", '"""\'\'-""oSsL')


def _encoded(text: str, encoding: str) -> tuple[str, bytes] | None:
    """The text as people could write it in the encoding; None where that lacks its letters."""
    for written in (text, text.translate(PLAIN)):
        try:
            return written, written.encode(encoding)
        except UnicodeEncodeError:
            continue
    return None


@pytest.mark.parametrize(
    ("language", "encoding"), [(code, name) for code, names in ENCODINGS.items() for name in names]
)
def test_a_short_report_is_read_right(language: str, encoding: str) -> None:
    encoded = _encoded(SAMPLES[language], encoding)
    assert encoded
    text, data = encoded
    assert decode(data) == text


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_form_of_unicode_is_read_with_its_mark_and_without(language: str, form: str) -> None:
    assert decode(SAMPLES[language].encode(form)) == SAMPLES[language]


@pytest.mark.parametrize("language", SAMPLES)
def test_no_text_comes_out_with_another_letter(language: str) -> None:
    for encoding in OTHERS:
        if encoded := _encoded(SAMPLES[language], encoding):
            text, data = encoded
            with suppress(ArticleError):
                assert decode(data) == text, encoding


@pytest.mark.parametrize("language", ["fr", "pl", "sv", "fi", "pt", "nl", "cs", "uk", "de", "es", "hu"])
def test_not_even_a_single_sentence_does(language: str) -> None:
    told = 0
    sentences = re.split(r"(?<=[.?]) ", SAMPLES[language])
    for encoding in ENCODINGS[language]:
        for sentence in sentences:
            text, data = _encoded(sentence, encoding) or ("", b"")
            if data.isascii():
                continue
            with suppress(ArticleError):
                assert decode(data) == text, encoding
                told += 1
    assert told


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932", "euc-jp", "cp949"])
def test_texts_without_spaces_are_read_right(encoding: str) -> None:
    text = {
        "gb18030": "市政府星期二说，这座桥到秋天都不开。我们没有别的路，他说，这是大家的桥。",
        "big5": "市政府星期二說，這座橋到秋天都不開。我們沒有別的路，他說，這是大家的橋。",
        "cp932": "市は火曜日に、この橋を秋まで閉めると言った。人々はとても困っているという。",
        "euc-jp": "市は火曜日に、この橋を秋まで閉めると言った。人々はとても困っているという。",
        "cp949": "시는 화요일에 이 다리를 가을까지 닫는다고 했다. 사람들은 다른 길이 없다고 말한다.",
    }[encoding]
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        SAMPLES["fr"].encode("mac-roman", "replace"),
        SAMPLES["de"].translate(PLAIN).encode("cp850"),
        f"{SAMPLES['en']}\n".encode() + SAMPLES["fr"].encode("cp1252"),
        SAMPLES["fr"].encode("cp1252") + SAMPLES["ru"].encode("cp1251"),
        "Their friends in Gdańsk and in Poznań said that it was not so.".encode("cp1250"),
        "He and his wife went to see Dvořák and that was all.".encode("cp1250"),
        "Ljóðið er stutt.".encode("cp1252"),
        b"\xff\xfe" + "abc".encode("utf-16-le") + b"\0",
        SAMPLES["ru"].encode("utf-16-le")[:-1],
    ],
    ids=[
        "mac",
        "dos",
        "utf-8 and more",
        "two",
        "Polish names",
        "a Czech name",
        "short",
        "cut",
        "cut, no mark",
    ],
)
def test_what_is_in_doubt_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ArticleError) as refused:
        decode(data)
    assert "UTF-8" in refused.value.next_step


@pytest.mark.parametrize("names", ["Łukasz Żądło i Müller", "Dvořák, Orbán i Citroën"])
def test_names_from_elsewhere_keep_their_letters(names: str) -> None:
    text = f"{SAMPLES['pl']} {SAMPLES['pl']} Tak mówi {names}."
    assert decode(text.encode("cp1250")) == text


def _page(text: str, charset: str) -> str:
    script = "<script>var the = 'and of to';</script>" * 50
    return f'<html><head><meta charset="{charset}">{script}</head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("language", "encoding", "stated"),
    [
        ("pl", "cp1250", "iso-8859-1"),  # as a server says it of whatever it holds
        ("ru", "cp1251", "windows-1252"),
        ("cs", "cp1250", "iso-8859-2"),
        ("pl", "cp1250", "utf-8"),
        ("pl", "iso8859-2", "no-such-charset"),
        ("pl", "iso8859-2", "iso-8859-2"),
        ("fr", "cp1252", "iso-8859-1"),
        ("uk", "koi8-u", "koi8-u"),
        ("sv", "cp1252", "utf-8"),
    ],
)
def test_a_page_that_states_a_wrong_charset_is_read_by_its_letters(
    language: str, encoding: str, stated: str
) -> None:
    text, _ = _encoded(SAMPLES[language], encoding) or ("", b"")
    page = _page(text, stated)
    assert decode_html(page.encode(encoding)) == page


def test_a_large_text_is_told_by_its_start_and_by_its_letters_and_read_to_its_end() -> None:
    text = "The club met in the boat house, and it was all that they said of it. " * 3000 + SAMPLES["en"]
    assert decode(text.encode("cp1252")) == text
