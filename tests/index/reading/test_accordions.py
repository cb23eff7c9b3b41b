"""The question of each answer is its heading, however a page makes it open."""

import pytest

from index.reading.heading_marks import heading_words
from index.reading.html import extract_page
from tests.index.reading.page_samples import MORE, STORY, page

QUESTION = "Can I bring a dog?"
ANSWER = "No, only guide dogs may come in, and they wait at the desk."


def blocks(body: str) -> list[str]:
    return extract_page(page(body)).text.split("\n\n")


@pytest.mark.parametrize(
    "item",
    [
        "<details><summary>{q}</summary><p>{a}</p></details>",
        "<details><summary><h3>{q}</h3></summary>{a}</details>",
        "<details><summary><span>{q}</span> <svg></svg></summary><div>{a}</div></details>",
        "<h3><button aria-expanded='false'>{q}</button></h3><div role='region'><p>{a}</p></div>",
        "<h3><a role='button' href='#c2'>{q}</a></h3><div id='c2'><p>{a}</p></div>",
        "<div role='button' tabindex='0'>{q}</div><div><p>{a}</p></div>",
        "<div class='item'><label for='x'>{q}</label><input type='checkbox' id='x'><div><p>{a}</p></div>"
        "</div>",
        "<input type='checkbox' id='x'><label for='x'>{q}</label><div class='tab-content'>{a}</div>",
        "<button class='accordion'>{q} +</button><div class='panel'>{a}</div>",
        "<div class='head'><button type='button'>{q}</button></div><div class='body'>{a}</div>",
        "<div class='faq-head'><div><button><span>{q}</span><i>▼</i></button></div></div><div><div>"
        "{a}</div></div>",
        "<button aria-controls='p1' aria-expanded='false'>{q}</button><div id='p1' hidden><p>{a}</p></div>",
        "<a data-toggle='collapse' href='#p1'>{q}</a><div id='p1' class='collapse'>{a}</div>",
        "<dl><dt>{q}</dt><dd>{a}</dd></dl>",
        "<dl><dt><button aria-expanded='true'>{q}</button></dt><dd><p>{a}</p></dd></dl>",
        "<dl><div><dt>{q}</dt><dd><p>{a}</p></dd></div></dl>",
        "<ul><li><button>{q}</button><div>{a}</div></li></ul>",
        "<div role='heading' aria-level='3'>{q}</div><div>{a}</div>",
        "<div itemscope itemtype='https://schema.org/Question'><div itemprop='name'>{q}</div>"
        "<div itemscope itemprop='acceptedAnswer'><div itemprop='text'>{a}</div></div></div>",
        "<h4>{q}</h4>{a}",
        "<div><strong class='faq-question'>{q}</strong><p class='faq-answer'>{a}</p></div>",
        "<h4><label>{q}</label></h4><div>{a}</div>",
    ],
)
def test_a_question_is_the_heading_of_its_answer(item: str) -> None:
    found = blocks(
        STORY + item.format(q=QUESTION, a=ANSWER) + item.format(q="Is there a sauna?", a=ANSWER[::-1] + ".")
    )
    at = [heading_words(line) for line in found].index(QUESTION)
    assert found[at + 1].removeprefix("• ") == ANSWER
    assert heading_words(found[at + 2]) == "Is there a sauna?"


def test_questions_alone_make_a_page() -> None:
    item = "<div class='item'><button aria-expanded='false'>{q}</button><div>{a}</div></div>"
    found = blocks(
        item.format(q=QUESTION, a=ANSWER)
        + item.format(q="Is there a sauna?", a="Yes, in the cellar, from May.")
    )
    assert found[-4:] == [f"### {QUESTION}", ANSWER, "### Is there a sauna?", "Yes, in the cellar, from May."]


def test_a_tab_is_the_heading_of_its_panel_wherever_that_stands() -> None:
    found = blocks(
        STORY + "<div role='tablist'><button role='tab' aria-controls='a'>Prices</button>"
        "<button role='tab' aria-controls='b'>Hours</button></div>"
        "<div role='tabpanel' id='a'><p>A day costs 28 crowns for everybody.</p></div>"
        "<div role='tabpanel' id='b' hidden><p>The hall is open from nine to five.</p></div>"
    )
    assert found[-4:] == [
        *("### Prices", "A day costs 28 crowns for everybody."),
        *("### Hours", "The hall is open from nine to five."),
    ]


@pytest.mark.parametrize(
    "button",
    [
        "<button>Share</button>", "<button aria-expanded='false'>Menu</button><ul><li><a href='/a'>Home "
        "page</a></li></ul>",
        "<button onclick='x()'>Listen to it</button><p>The lamp is new.</p>",
        "<button aria-haspopup='true'>Which way?</button><div>North, or so they say.</div>",
        "<form><label for='m'>Your address?</label><input id='m'><p>We write once a week.</p></form>",
        "<button aria-expanded='false'>Show more</button><p>The lamp is new, and so is its keeper.</p>",
        "<button>Comments (12)</button><div class='comments'><p>Great news!</p></div>",
    ],
)  # fmt: skip
def test_a_button_that_opens_no_answer_is_no_heading(button: str) -> None:
    found = blocks(f"{STORY}<div>{button}</div>{MORE}")
    assert [block for block in found if block.startswith("#")] == ["# Lighthouse reopens"]
