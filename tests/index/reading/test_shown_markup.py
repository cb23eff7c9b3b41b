"""What a reader of a page does not see as its text is not read: struck, hidden, marks and links to edit."""

import pytest

from index.reading.html import extract_page
from tests.index.reading.page_samples import STORY, page


def text(body: str, head: str = "") -> str:
    return extract_page(page(STORY + body, head=head)).text


@pytest.mark.parametrize(
    "gone",
    [
        "<del>ZZZ</del>", "<s>ZZZ</s>", "<strike>ZZZ</strike>",
        "<span style='text-decoration: line-through'>ZZZ</span>",
        "<span style='color:red;text-decoration-line:line-through red'>ZZZ</span>",
        "<span hidden>ZZZ</span>", "<span style='display:none'>ZZZ</span>", "<b style='color:red; "
        "DISPLAY: None !important'>ZZZ</b>",
        "<span style='visibility:hidden'>ZZZ</span>", "<span class='sr-only'>ZZZ</span>",
        "<span class='Screen-Reader-Text'>ZZZ</span>", "<script>ZZZ</script>", "<template>ZZZ</template>",
        "<span class='mw-editsection'>[<a href='#'>ZZZ</a>]</span>",
        "<sup class='noprint Inline-Template'>[<i><a href='#'>ZZZ needed</a></i>]</sup>",
        "<a class='footnote-ref' href='#n'>ZZZ</a>", "<a role='doc-noteref' href='#n'>ZZZ</a>",
        "<span class='mw-cite-backlink'><a href='#r'>ZZZ</a></span>",
    ],
)  # fmt: skip
def test_what_is_not_seen_is_not_text(gone: str) -> None:
    read = text(f"<p>The mayor paid {gone} 52,000 crowns for the ground by the old quay.</p>")
    assert "The mayor paid 52,000 crowns for the ground by the old quay." in read


@pytest.mark.parametrize(
    "block",
    ["<p hidden>{}</p>", "<div style='display: none;'><p>{}</p></div>",
     "<section hidden><h2>Old</h2><p>{}</p></section>",
     "<p><del>{}</del></p>", "<div style='visibility:hidden'><ul><li>{}</li></ul></div>",
     "<dialog><p>{}</p></dialog>", "<div id='siteSub'>{}</div>"],
)  # fmt: skip
def test_a_hidden_block_is_not_text(block: str) -> None:
    words = "The fee of 40,000 crowns was never asked for by anybody at all."
    assert words not in text(block.format(words) + f"<p>{words[::-1]}.</p>")


@pytest.mark.parametrize(
    "block",
    [
        "<button aria-controls='a1'>Fees</button><div id='a1' hidden><p>{}</p></div>",
        "<h3><button data-bs-toggle='collapse' data-bs-target='#a1'>Fees</button></h3>"
        "<div id='a1' style='display:none'>{}</div>",
        "<button class='accordion'>What is the fee?</button><div class='panel' style='display:none'><p>"
        "{}</p></div>",
        "<div role='tablist'><button role='tab' aria-controls='t1'>Fees</button></div>"
        "<div role='tabpanel' id='t1' hidden><p>{}</p></div>",
        "<details><summary>Fees</summary><p>{}</p></details>",
        "<p hidden='until-found'>{}</p>",
        "<div class='faq-answer' style='display:none'>{}</div><p>That is all that there is to say of it.</p>",
        "<p aria-hidden='true'>{}</p><p>That is all that there is to say of it.</p>",
        "<div class='more' style='display:none'><p>{}</p></div><button>Read more</button>",
    ],
)  # fmt: skip
def test_what_a_click_shows_is_text(block: str) -> None:
    words = "The fee of 52,000 crowns is asked for in May."
    assert words in text(block.format(words))


@pytest.mark.parametrize(
    ("sheet", "seen"),
    [
        (".old{display:none}", False),
        ("p{color:red} /* x */ .a, .old { color: red; display: none !important; }", False),
        (".old { text-decoration: line-through red }", False),
        (".menu .old{display:none}", True),
        ("@media print{.old{display:none}}", True),
        ("@media print{.a{color:red} .old{display:none}} .b{color:red}", True),
        (".old{visibility:hidden}", True),
        (".older{display:none}", True),
        ("}}}{ .old{", True),
    ],
)
def test_a_style_sheet_may_hide_or_strike_a_class(sheet: str, seen: bool) -> None:
    read = text(
        "<p>The fee is <b class='old'>40,000</b> 52,000 crowns for each of them.</p>",
        f"<style>{sheet}</style>",
    )
    assert ("40,000" in read) is seen
    assert "52,000" in read


@pytest.mark.parametrize(
    ("classes", "seen"),
    [
        ("hidden", False),
        ("d-none", False),
        ("hidden md:block", True),
        ("d-none d-lg-block", True),
        ("hidden-gem", True),
    ],
)
def test_a_frameworks_class_may_hide_unless_another_shows_it(classes: str, seen: bool) -> None:
    read = text(f"<p class='{classes}'>The fee of 40,000 crowns is asked for in May.</p>{STORY}")
    assert ("40,000" in read) is seen


def test_a_page_that_its_script_shows_as_a_whole_is_read() -> None:
    html = page().replace("<body>", "<body style='visibility:hidden'>")
    assert "22 nautical miles" in extract_page(html).text


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Sails<span class='mw-editsection'><span>[</span><a href='#'>Bearbeiten</a> | <a>"
        "Quelltext</a><span>]</span></span></h2>",
        "<h2>Sails <small>[<a href='/w/index.php?title=X&amp;action=edit'>modifier</a>]</small></h2>",
        "<h2>Sails [<a href='?action=edit&amp;section=2'>edit</a>]</h2>",
        "<h2>Sails<a class='headerlink' href='#sails' title='Permalink'>¶</a></h2>",
        "<h2><a class='anchor' aria-hidden='true' href='#sails'>#</a>Sails</h2>",
        "<h2>Sails <a class='heading-anchor' href='#sails'>Copy link</a></h2>",
        "<div class='mw-heading'><h2>Sails</h2><span class='mw-editsection'>[<a href='#'>edit</a>]</span>"
        "</div>",
        "<h2><a id='sails'></a>Sails</h2>", "<h2><a href='#sails'>Sails</a></h2>", "<h2>Sa<s>x</s>ils</h2>",
    ],
)  # fmt: skip
def test_a_heading_is_its_words_without_links_to_edit_or_to_itself(heading: str) -> None:
    blocks = text(heading + STORY).split("\n\n")
    assert [block for block in blocks if block.startswith("#")][-1] == "## Sails"
    assert not any("edit" in block or "[" in block for block in blocks)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("<pre><span class='lineno'>1</span>let a = 3;\n<span class='lineno'>2</span>print(a)</pre>",
         "let a = 3;\n\nprint(a)"),
        ("<table><tr><td class='gutter'><pre>1\n2</pre></td><td class='code'><pre>let a = "
         "3;\nprint(a)</pre></td></tr></table>",
         "let a = 3;\n\nprint(a)"),
    ],
)  # fmt: skip
def test_the_numbers_of_lines_of_code_are_none_of_it(row: str, code: str) -> None:
    assert code in text(row + STORY)
