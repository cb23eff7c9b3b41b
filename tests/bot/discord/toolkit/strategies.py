"""Any answer that the answering code could give, with text as hostile as it comes."""

from datetime import date

from hypothesis import strategies as st

from bot.answer import Answer, Citation, Footnote, Outcome, Question, Statement
from index.article import ArticleInfo, Kind
from index.passage import Filters, Passage

NASTY = st.sampled_from(
    [
        "@everyone",
        "<@123456789012345678>",
        "<#1>",
        "</ask:1>",
        "<t:0:R>",
        "<:wave:1>",
        ":wave:",
        "**bold**",
        "`code`",
        "||hidden||",
        "[click](https://evil.example)",
        "https://evil.example/x",
        "discord.gg/abc",
        "\n# heading",
        "\n> quote",
        "\n-# small",
        "\n1. one",
        "\\",
        "*" * 50,
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢" * 9,
        "word " * 60,
        "\u202e",
        "\u200d",
        "x" * 900,
    ]
)
TEXT = st.lists(st.one_of(NASTY, st.text(max_size=60)), min_size=1, max_size=12).map(" ".join)
LONG_TEXT = st.lists(st.one_of(NASTY, TEXT), min_size=1, max_size=25).map(" ".join)
URLS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "https://gazette.example/a_(b)?c=d&e=f#part",
            "http://127.0.0.1:80/",
            "javascript:alert(1)",
            "https://bank.example@evil.example/",
            "https://münchen.example/straße?q=ä ö)",
            "https://x.example/" + "a" * 3000,
            "https://x.example/" + "ä" * 300,
            "https://[::1",
            "ftp://x.example",
            "",
        ]
    ),
    st.text(max_size=40).map(lambda text: f"https://x.example/{text}"),
)
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))


@st.composite
def articles(draw: st.DrawFn, article_id: str) -> ArticleInfo:
    return ArticleInfo(
        id=article_id,
        source=draw(TEXT),
        title=draw(TEXT),
        url=draw(URLS),
        publisher=draw(st.one_of(st.none(), TEXT)),
        authors=tuple(draw(st.lists(TEXT, max_size=6))),
        published=draw(DAYS),
        kind=draw(st.sampled_from(Kind)),
    )


@st.composite
def answered(draw: st.DrawFn) -> Answer:
    """An answer of up to twelve statements, each with up to five citations, footnotes for all."""
    count = draw(st.integers(1, 12))
    infos = [draw(articles(f"article-{number}")) for number in range(1, count + 1)]
    passages: list[Passage] = []
    statements: list[Statement] = []
    for _ in range(draw(st.integers(1, 12))):
        citations = []
        for number in draw(st.lists(st.integers(1, count), min_size=1, max_size=5, unique=True)):
            text = draw(LONG_TEXT) + "."
            start = draw(st.integers(0, max(0, len(text) - 1)))
            end = draw(st.integers(start + 1, len(text)))
            offset = draw(st.integers(0, 1000))
            info = infos[number - 1]
            citations.append(Citation(number, info.id, text[start:end], offset + start, offset + end))
            if draw(st.booleans()):
                passages.append(
                    Passage(
                        f"{info.id}:{len(passages)}",
                        info,
                        offset,
                        offset + len(text),
                        text,
                        draw(st.one_of(st.none(), TEXT)),
                        1.0,
                        None,
                        None,
                    )
                )
        text = citations[0].quote
        bold = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=3))
        statements.append(
            Statement(text, tuple(citations), draw(st.booleans()), tuple((min(b), max(b)) for b in bold))
        )
    cited = {citation.number for statement in statements for citation in statement.citations}
    copies = tuple(draw(st.lists(articles("copy"), max_size=3)))
    headings = tuple(draw(st.lists(TEXT, max_size=3)))
    caption = draw(st.booleans())
    notes = [Footnote(number, infos[number - 1], copies, caption, headings) for number in sorted(cited)]
    return Answer(
        question=Question(draw(LONG_TEXT)),
        outcome=Outcome.ANSWERED,
        statements=tuple(statements),
        footnotes=tuple(notes),
        passages=tuple(passages),
        newest=draw(DAYS),
    )


@st.composite
def refusals(draw: st.DrawFn) -> Answer:
    outcome = draw(st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.ANSWERED]))
    names = st.lists(TEXT, max_size=5).map(tuple)
    filters = Filters(draw(names), draw(DAYS), draw(DAYS), draw(names))
    nearest = tuple(draw(st.lists(articles("near"), max_size=8)))
    return Answer(Question(draw(LONG_TEXT), filters), outcome, nearest=nearest)
