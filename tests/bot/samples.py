"""Invented articles and answers that the tests of the bot's faces share."""

from datetime import date

from bot.answer import Answer, Citation, Footnote, Outcome, Question, Statement
from index.article import ArticleInfo, Kind
from index.passage import Passage

LIGHTHOUSE = ArticleInfo(
    id="lighthouse",
    source="harbour/lighthouse.md",
    title="Lighthouse reopens after five years",
    url="https://gazette.example/lighthouse",
    publisher="Harbour Gazette",
    authors=("J. Voss",),
    published=date(2026, 5, 2),
)
COAST = ArticleInfo(
    id="coast",
    source="coast.txt",
    title="Lindau plans its new light",
    publisher="Coast Weekly",
    kind=Kind.BRIEF,
)
FERRY = ArticleInfo(id="ferry", source="ferry.txt", title="Ferry timetable for the summer")

LIGHTHOUSE_TEXT = (
    "The keepers returned on Monday. The rebuilt tower stands 41 metres above the quay, six more than "
    "the old one. Its lamp reaches nineteen miles."
)
COAST_TEXT = "Officials give its height as 40 metres. Work begins in autumn."


def passage(article: ArticleInfo, text: str, start: int = 0, heading: str | None = None) -> Passage:
    return Passage(
        chunk_id=f"{article.id}:{start}",
        article=article,
        start=start,
        end=start + len(text),
        text=text,
        heading=heading,
        score=1.0,
        cosine=0.5,
        bm25=3.0,
    )


def citation(number: int, article: ArticleInfo, text: str, quote: str) -> Citation:
    start = text.index(quote)
    return Citation(number, article.id, quote, start, start + len(quote))


def answered(question: str = "How tall is the rebuilt Lindau lighthouse?") -> Answer:
    """Two statements from two articles, and a passage that no statement cites."""
    tall = "The rebuilt tower stands 41 metres above the quay, six more than the old one."
    officials = "Officials give its height as 40 metres."
    return Answer(
        question=Question(question),
        outcome=Outcome.ANSWERED,
        statements=(
            Statement(
                tall,
                (citation(1, LIGHTHOUSE, LIGHTHOUSE_TEXT, tall),),
                bold=((tall.index("41"), tall.index("41") + len("41 metres")),),
            ),
            Statement(officials, (citation(2, COAST, COAST_TEXT, officials),)),
        ),
        footnotes=(Footnote(1, LIGHTHOUSE), Footnote(2, COAST)),
        passages=(
            passage(LIGHTHOUSE, LIGHTHOUSE_TEXT, heading="How tall it is"),
            passage(COAST, COAST_TEXT),
            passage(FERRY, "The first boat leaves at six."),
        ),
        newest=LIGHTHOUSE.published,
        generation="g1",
    )


def refused(question: str = "Who won the 1998 World Cup?") -> Answer:
    return Answer(question=Question(question), outcome=Outcome.REFUSED, nearest=(FERRY, COAST))
