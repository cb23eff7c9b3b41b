"""Links that open an article at the sentence that is quoted, and only ever web addresses."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presenting.quote_link import link_to_quote, text_directive, web_link

LONG = "The rebuilt tower stands 41 metres above the quay, six more than the old one."


def test_a_short_quote_is_given_whole_and_a_long_one_by_its_ends() -> None:
    assert text_directive("It is 41 metres tall.") == "text=It%20is%2041%20metres%20tall."
    assert text_directive(LONG) == "text=The%20rebuilt%20tower%20stands,than%20the%20old%20one."


def test_a_quote_over_two_paragraphs_is_given_by_an_edge_of_each() -> None:
    assert text_directive("Six metres.\n\nNo more.") == "text=Six%20metres.,No%20more."


def test_what_has_a_meaning_in_the_directive_is_encoded() -> None:
    assert text_directive("one-off, R&D") == "text=one%2Doff%2C%20R%26D"
    assert text_directive("  \n ") == ""


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=tall"),
        ("https://a.example/x#part", "https://a.example/x#part:~:text=tall"),
        ("https://a.example/x#:~:text=old", "https://a.example/x#:~:text=tall"),
        ("https://a.example/x?a=b&c=%20d", "https://a.example/x?a=b&c=%20d#:~:text=tall"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/x", None),
        ("file:///etc/passwd", None),
        ("", None),
        (None, None),
    ],
)
def test_the_fragment_joins_the_url(url: str | None, link: str | None) -> None:
    assert link_to_quote(url, "tall") == link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("HTTPS://A.example/ä b", "https://a.example/%C3%A4%20b"),
        ("https://a.example/x)[y](z", "https://a.example/x%29%5By%5D%28z"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://bank.example@evil.example/", None),
        ("https://a.example:99999/", None),
        ("https://[::1", None),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("https://a b.example/", None),
        ("https:///x", None),
    ],
)
def test_only_plain_web_addresses_become_links(url: str, link: str | None) -> None:
    assert web_link(url) == link


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_link_is_safe_within_markdown_and_html(path: str, quote: str) -> None:
    link = link_to_quote(f"https://a.example/{path}", quote)
    if link is None:
        return
    assert urlsplit(link).hostname == "a.example"
    assert link.isascii()
    assert not set(link) & set(" ()[]<>\"'`\\{}|^\n\r\t\x00")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=200))
def test_the_words_of_a_directive_are_those_of_the_quote(quote: str) -> None:
    directive = text_directive(quote)
    start, _, end = directive.removeprefix("text=").partition(",")
    words = quote.split()
    assert unquote(start).split() == words[: len(unquote(start).split())]
    if end:
        assert unquote(end).split() == words[-len(unquote(end).split()) :]
