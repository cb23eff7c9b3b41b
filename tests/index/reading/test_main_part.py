"""Which lines of a page are its article's: all that stands in it, in order, and nothing of what is around."""

from datetime import date

import pytest

from index.cleaning import clean
from index.reading.fields import make_article
from index.reading.html import extract_page
from tests.index.reading.page_samples import MORE, SENTENCES, STORY, page


def blocks(body: str, **around: str) -> list[str]:
    return extract_page(page(body, **around)).text.split("\n\n")


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        ("<ul><li>Day pass: 28 crowns</li><li>Season pass: 340 crowns</li></ul>",
         ["• Day pass: 28 crowns", "• Season pass: 340 crowns"]),
        ("<ol><li>Take it out.<ul><li>On the HN-60 too.</li></ul></li><li>Wait.</li></ol>",
         ["• Take it out.", "• On the HN-60 too.", "• Wait."]),
        ("<ul><li><p>Day pass: 28</p><p>For one day.</p></li></ul>", ["• Day pass: 28", "For one day."]),
        ("<dl><dt>Length</dt><dd>1,420 metres</dd><dt>Seats</dt><dd>88</dd></dl>", ["Length: 1,420 "
         "metres", "Seats: 88"]),
        ("<dl><dt>Doors</dt><dd>north</dd><dd>south</dd></dl>", ["Doors: north; south"]),
        ("<dl><div><dt>Length</dt><dd>9 m</dd></div></dl>", ["Length: 9 m"]),
        ("<dl><dt>The lamp</dt><dd>" + "It turns once in twelve seconds. " * 8 + "</dd></dl>",
         ["###### The lamp", ("It turns once in twelve seconds. " * 8).strip()]),
        ("<p>Seats: 88</p>", ["Seats: 88"]),
        ("<div>Seats: 88</div><div>Lifts: 2</div>", ["Seats: 88", "Lifts: 2"]),
        ("<h2>Version 3.2.1</h2><ul><li>Fixes it</li></ul>", ["## Version 3.2.1", "• Fixes it"]),
        ("<pre>pip install pelikan\npelikan start</pre>", ["pip install pelikan", "pelikan start"]),
        ("<pre><code>a = 1\n\n<span>b</span> = 2</code></pre>", ["a = 1", "b = 2"]),
        ("<address>Mill Lane 1<br>Lindau<br>Open daily</address>", ["Mill Lane 1", "Lindau", "Open daily"]),
        ("<blockquote><p>We steered by the church.</p></blockquote>", ["We steered by the church."]),
        ("<section class='infobox'><b>Height</b>: 41 m</section>", ["Height: 41 m"]),
        ("<div class='price-options'><span>Adults</span><span>14 crowns</span></div>", ["Adults 14 crowns"]),
        ("<div class='row'><div>Weight</div><div>412 g</div></div><div class='row'><div>Lens</div>"
         "<div>9 mm</div></div>",
         ["Weight: 412 g", "Lens: 9 mm"]),
        ("<div><div class='spec-label'>Weight</div><div class='spec-value'>412 g</div></div>",
         ["Weight: 412 g"]),
        ("<div class='item'><h3 class='data-label'>Height</h3><div class='data-value'>41 m</div></div>",
         ["Height: 41 m"]),
        ("<div><h3>Concert</h3><div>Town hall</div></div>", ["### Concert", "Town hall"]),
        ("<aside class='fact-box'><ul><li>Height: 41 m</li></ul></aside>", ["• Height: 41 m"]),
        ("<aside class='note'><p>Bring a card with you.</p></aside>", ["Bring a card with you."]),
        ("<figure><table><tr><th>Day</th><th>Open</th></tr><tr><td>Monday</td><td>9</td></tr></table>"
         "</figure>",
         ["Day: Monday | Open: 9"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["between", "last"])
def test_lines_without_a_full_stop_are_text_in_their_place(part: str, lines: list[str], place: str) -> None:
    found = blocks(f"{STORY}<h2>Facts</h2>{part}" + (f"<h2>Then</h2>{MORE}" if place == "between" else ""))
    at = found.index("## Facts") + 1
    assert found[at : at + len(lines)] == lines


def test_several_articles_of_a_page_come_with_their_headings_in_order() -> None:
    parts = [("Who may borrow", STORY), ("How long", MORE), ("What it costs", STORY.replace("tower", "book"))]
    body = "".join(f"<article><h2>{title}</h2>{text}</article>" for title, text in parts)
    html = f"<html><head><title>Terms</title></head><body><main>{body}</main></body></html>"
    found = extract_page(html).text.split("\n\n")
    assert [one for one in found if one.startswith("#")] == [
        "## Who may borrow",
        "## How long",
        "## What it costs",
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<article><h3><a href='/a'>Ferry in trouble</a></h3><p>The ferry to Skagen is late again, its "
        "owner said.</p></article>"
        "<article><h3><a href='/b'>Snow plough bought</a></h3><p>The council spends 3 million crowns on "
        "snow.</p></article>",
        "<div class='related'><h3>Related</h3><ul><li><a href='/a'>Ferry in trouble</a></li></ul></div>",
        "<section class='newsletter-signup'><h3>Get our letter</h3><p>We write to you once a week, for "
        "nothing.</p></section>",
        "<div class='share-bar'><button>Share</button><span>12 shares</span></div>",
        "<div class='author-bio'><p>J. Voss writes about harbours. He lives in Lindau with a dog.</p></div>",
        "<ul><li><a href='/t/harbour'>Harbour</a></li><li><a href='/t/town'>Town</a></li></ul>",
        "<aside><p>The ferry to Skagen is in trouble again, its owner said on Monday.</p></aside>",
        "<form><p>Write to us what you think about it, and we answer soon.</p></form>",
        "<div><a href='/next'>Next story: council buys a snow plough</a></div>",
        "<nav><ol><li><a href='#Facts'>Facts</a></li></ol></nav>",
        "<ul><li><a href='#Facts'>Facts</a></li><li><a href='#Then'>Then</a></li></ul>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["between", "last"])
def test_what_stands_around_the_text_does_not_become_text(around: str, place: str) -> None:
    body = f"{STORY}<h2>Facts</h2>{MORE}" if place == "last" else STORY
    after = f"<h2>Facts</h2>{MORE}" if place == "between" else ""
    assert blocks(body + around + after) == blocks(body + after)


def test_the_head_of_an_article_is_read_no_further_than_before() -> None:
    head = (
        "<div class='top'><span>J. Voss</span><span>·</span><button>Follow</button><span>4 min read</span>"
        "<span>·</span><span>2 May 2026</span></div><div><button>Listen</button><button>Share</button></div>"
    )
    assert blocks(head + STORY + MORE) == blocks(STORY + MORE)


def test_a_form_around_the_whole_page_is_no_form() -> None:
    html = f"<html><body><form><div><h1>Fees</h1>{STORY}<div>Seats: 88</div>{MORE}</div></form></body></html>"
    assert "Seats: 88" in extract_page(html).text.split("\n\n")


def test_the_day_in_a_byline_does_not_hide_the_author() -> None:
    today = date(2026, 5, 3)
    text = extract_page(page(f"<p>By J. Voss <time>2 May 2026</time></p>{STORY}{MORE}")).text
    raw, _ = make_article("a", "a", text, {"title": "Light"}, today)
    assert clean(raw, today).info.authors == ("J. Voss",)


def test_a_text_that_stands_twice_is_read_once() -> None:
    summary = "<div class='summary'><p>" + SENTENCES[0] + " " + SENTENCES[1] + "</p></div>"
    assert blocks(STORY, below=summary).count(f"{SENTENCES[0]} {SENTENCES[1]}") == 1


def test_the_extractors_order_and_a_pages_size_do_not_change_what_is_read() -> None:
    long = "".join(f"<h2>Day {day}</h2><ul><li>Guests: {day * 7}</li></ul>{STORY}" for day in range(1, 40))
    found = blocks(long)
    assert [one for one in found if one.startswith("• ")] == [f"• Guests: {day * 7}" for day in range(1, 40)]
    assert [one for one in found if one.startswith("## Day")] == [f"## Day {day}" for day in range(1, 40)]
