"""Pages as sites serve them, invented: an article with its clutter, and what stands in an article's place."""

from itertools import pairwise

SENTENCES = (
    "The rebuilt tower stands 41 metres above the quay, six more than the old one.",
    "Its lamp reaches 22 nautical miles and turns once in twelve seconds, the harbour office said.",
    "Work took five years and cost 3.2 million crowns, of which the county paid a third.",
    "Keeper Ida Brandt lit the lamp at nine on Saturday before some four hundred guests.",
    "The old light had been dark since a storm broke its gallery in the winter of 2021.",
)
STORY = "".join(f"<p>{one} {two}</p>" for one, two in pairwise(SENTENCES))
MORE = "".join(f"<p>{one} So it was told in Lindau.</p>" for one in SENTENCES)
CAPTION = "The tower at dusk, seen from the north mole. Photo: Ida Brandt"

LINKED_DATA = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "@id": "https://gazette.example/#site", "name": "Harbour Gazette"},
 {"@type": "Organization", "@id": "https://gazette.example/#org", "name": "Harbour Gazette"},
 {"@type": "Person", "@id": "https://gazette.example/#voss", "name": "J. Voss"},
 {"@type": ["NewsArticle"], "headline": "Lighthouse reopens &amp; shines",
  "author": [{"@id": "https://gazette.example/#voss"}, {"@type": "Person", "name": "Ida Brandt"}],
  "publisher": {"@id": "https://gazette.example/#org"}, "datePublished": "2026-05-02T08:00:00+02:00",
  "dateModified": "2026-05-03", "articleSection": ["Harbour", "Town"], "inLanguage": "en-GB"}]}
</script>"""

CLUTTER_ABOVE = """<div id="cookies">
<p>We use cookies to improve this site.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav></header>"""
CLUTTER_BELOW = """<aside><h3>Most read</h3><ul><li><a href="/a">Ferry to Skagen is in trouble again</a></li>
<li><a href="/b">Council buys a snow plough</a></li></ul></aside>
<section class="comments"><p>Great news, writes a reader.</p></section>
<footer><p>© 2026 Harbour Gazette. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
<script>var tracker = "<p>not text</p>";</script>"""


def page(
    body: str = STORY,
    *,
    head: str = "",
    title: str = "Lighthouse reopens | Harbour Gazette",
    heading: str = "Lighthouse reopens",
    above: str = CLUTTER_ABOVE,
    below: str = CLUTTER_BELOW,
) -> str:
    """A whole page around the body of an article."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{above}<main><article><h1>{heading}</h1>{body}</article></main>{below}</body></html>"
    )


ARTICLE = page(
    '<p class="byline">By J. Voss <time datetime="2026-05-02">2 May 2026</time></p>'
    + STORY
    + "<h2>What it cost</h2>"
    + f"<p>{SENTENCES[2]} {SENTENCES[4]}</p>"
    + f'<figure><img src="tower.jpg" alt="A tower"><figcaption>{CAPTION}</figcaption></figure>'
    + "<ul><li>41 metres high</li><li>22 nautical miles</li></ul>"
    + "<table><tr><th>Year</th><th>Height</th></tr><tr><td>1890</td><td>35 m</td></tr></table>",
    head='<link rel="canonical" href="https://gazette.example/2026/light">' + LINKED_DATA,
)
