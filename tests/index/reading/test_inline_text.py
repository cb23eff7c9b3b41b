"""What stands in a line of a page reads as the eye reads it: no sentence is cut, no word lost or glued."""

import lxml.html
import pytest

from index.reading.html import extract_page
from index.reading.markup_lines import Lines
from index.reading.markup_text import parse_markup
from tests.index.reading.page_samples import MORE, STORY, page


def lines(body: str) -> list[str]:
    """The lines of a body, as a chapter's or a page's are read."""
    return Lines(parse_markup(f"<html><body>{body}</body></html>")).text


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("Set <code>PELIKAN_PROXY</code> first.", "Set PELIKAN_PROXY first."),
        (
            "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, and <samp>done</samp> is said.",
            "Press Ctrl+C, and done is said.",
        ),
        ("Let <var>x</var> be <i>large</i>, <b>very</b> large.", "Let x be large, very large."),
        ("The <abbr title='County Board'>CB</abbr>'s <mark>new</mark> rule.", "The CB's new rule."),
        ("On <time datetime='2026-05-02'>2 May</time> it burned.", "On 2 May it burned."),
        (
            "A <span>lamp</span><span>post</span> and un<b>believ</b>able light.",
            "A lamppost and unbelievable light.",
        ),
        ("Read <a href='/x'>this</a>, <a href='/y'>that</a>.", "Read this, that."),
        ("He said <q>no</q> twice.", "He said “no” twice."),
        ("A very<wbr>long<wbr>word.", "A verylongword."),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢字"),
        ("<label>Depth:</label> 3 m, <small>at most</small>.", "Depth: 3 m, at most."),
        ("Before <button>Copy</button>after", "Before after"),
        ("Of <math alttext='{\\displaystyle E=mc^2}'><mi>E</mi></math> he knew.", "Of E=mc^2 he knew."),
        ("The old\n   harbour <em>\n  wall\n</em>\n fell.", "The old harbour wall fell."),
    ],
)
def test_inline_elements_stand_in_their_sentence(inner: str, words: str) -> None:
    assert lines(f"<p>{inner}</p>") == [words]
    assert words in extract_page(page(f"{STORY}<p>{inner}</p>{MORE}")).text.split("\n\n")


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("10<sup>6</sup> joules", "10⁶ joules"),
        ("10<sup>-6</sup> m", "10⁻⁶ m"),
        ("10<sup>−19</sup> C", "10⁻¹⁹ C"),
        ("1,200 m<sup>2</sup> and 3 km<sup>3</sup>", "1,200 m² and 3 km³"),
        ("40 metres<sup>2</sup>", "40 metres²"),
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H₂O and CO₂"),
        ("Ca<sup>2+</sup>, SO<sub>4</sub><sup>2−</sup>", "Ca²⁺, SO₄²⁻"),
        ("<sup>14</sup>C is rare", "¹⁴C is rare"),
        ("x<sup>2</sup> + y<sup>n</sup>", "x² + yⁿ"),
        ("2<sup>n+1</sup>", "2ⁿ⁺¹"),
        ("10<sup>0.5</sup> is 3.16", "10^(0.5) is 3.16"),
        ("v<sub>max</sub>", "vmax"),
        (
            "the 4<sup>th</sup> of May, le 1<sup>er</sup> mai, M<sup>me</sup>",
            "the 4th of May, le 1er mai, Mme",
        ),
        ("Heron<sup>TM</sup>", "Heron™"),
        ("9<sup>,50</sup> crowns", "9,50 crowns"),
    ],
)
def test_figures_that_are_raised_or_lowered_stay_so(inner: str, words: str) -> None:
    assert lines(f"<p>{inner}</p>") == [words]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>1</sup>", "<sup><a href='#fn1'>1</a></sup>", "<sup class='reference'><a href='#c'>[1]</a>"
        "</sup>",
        "<sup>[1]</sup>", "<sup>[citation needed]</sup>", "<sup>*</sup>", "<sup>†</sup>", "<sup>1, 2</sup>",
        "<sup>1–3</sup>", "<sup><a href='page#n'>a</a></sup>", "<sup><a href='#n'>(2)</a></sup>",
    ],
)  # fmt: skip
def test_the_mark_of_a_footnote_is_no_text(mark: str) -> None:
    assert lines(f"<p>It burned until dawn.{mark} Then it went out.</p>") == [
        "It burned until dawn. Then it went out."
    ]
    assert lines(f"<p>The county{mark} paid.</p>") == ["The county paid."]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<div><span>Adults</span><span>14 crowns</span></div>", ["Adults 14 crowns"]),
        ("<ul><li><b>Children</b><span>6 crowns</span></li></ul>", ["• Children 6 crowns"]),
        ("<p><span>The deci</span><span>ded case</span></p>", ["The decided case"]),
        ("<p><span>T</span><span>he lamp</span></p>", ["The lamp"]),
        ("<div><span>T</span><span>he lamp</span></div>", ["The lamp"]),
        ("<div><a href='/a'>Mills</a><a href='/b'>Towers</a></div>", ["Mills Towers"]),
        ("<p>Open:<br>Monday 9 to 5<br>Tuesday 10 to 6</p>", ["Open:", "Monday 9 to 5", "Tuesday 10 to 6"]),
        ("<p>Where the old<br>harbour was</p>", ["Where the old harbour was"]),
        ("<p>First part.<br><br>second part.</p>", ["First part.", "second part."]),
        ("<p>The keeper of the light of Lindau, who had lit the lamp again for<br>Ida Brandt, left.</p>",
         ["The keeper of the light of Lindau, who had lit the lamp again for Ida Brandt, left."]),
    ],
)  # fmt: skip
def test_what_stands_apart_on_the_page_stands_apart_here(body: str, found: list[str]) -> None:
    assert lines(body) == found


def test_long_markup_is_read_in_time_that_grows_with_it() -> None:
    for part in (
        "<sup>1</sup>",
        "<span>a1</span>",
        "<br>",
        "<b>a",
        "<li><b>a</b><i>1</i>",
        "<dt>a<dd>b",
        "<td>x",
    ):
        markup = f"<html><body><div>{part * 2_000}</div></body></html>"
        tree = (
            lxml.html.document_fromstring(f"<div>{part * 100}</div>")
            if part == "<b>a"
            else parse_markup(markup)
        )
        assert Lines(tree).lines is not None
