"""Three invented articles of an invented coast, and a small index of them in memory."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from index.article import Article, ArticleInfo
from index.generation.history import Version
from index.passage import EVERYTHING, Filters, Passage, Period, SearchRequest, SearchResult, Sentence, Term
from index.report import IndexStatus
from index.searching.searcher import ArticlePage
from index.words import stems

LIGHTHOUSE = Article(
    ArticleInfo("lighthouse", "a.md", "Lindau lighthouse reopens", published=date(2026, 5, 2)),
    "The keepers returned to the Lindau lighthouse on Monday, 4 May 2026.\n\n"
    "The rebuilt tower stands 41 metres above the quay, six more than the old one. "
    "Its lamp reaches between 19 miles and 24 miles out to sea.\n\n"
    "What did it cost?\n\n"
    "The harbour office paid 3.2 million crowns for the tower, said its head, Ilse Varga. "
    "Varga would not say what the lamp had cost.",
)
FERRY = Article(
    ArticleInfo("ferry", "b.md", "Ferry strike ends", published=date(2026, 6, 11)),
    "The crews of the Lindau ferry went back to work on 9 June 2026. "
    "They had stopped because their union and the owners could not agree on night shifts. "
    "About 1,250 passengers were stranded on Holm island. "
    "Their spokesman Per Aune called the agreement fair.",
)
PLANS = Article(
    ArticleInfo("plans", "c.md", "Coast plans a new light"),
    "Officials give the height of the planned tower as 40 metres.\n\n"
    "Work on it begins in autumn, the council of Lindau decided.",
)
ARTICLES = (LIGHTHOUSE, FERRY, PLANS)


def sentences(text: str, similarity: float | None = 0.5) -> tuple[Sentence, ...]:
    """Sentences as an index stores them, found by their full stops."""
    return tuple(
        Sentence(found.start(), found.end(), similarity)
        for found in re.finditer(r"\S(?:.(?!\n))*?[^\n]*?[.?!](?=\s|$)", text)
    )


def passage(article: Article, score: float = 1.0, similarity: float | None = 0.5) -> Passage:
    """A whole article as one passage."""
    return Passage(
        chunk_id=f"{article.info.id}:0",
        article=article.info,
        start=0,
        end=len(article.text),
        text=article.text,
        heading=None,
        score=score,
        cosine=0.4,
        bm25=score,
        sentences=sentences(article.text, similarity),
        cuts=article.cuts,
    )


def search(
    question: str, articles: Sequence[Article] = ARTICLES, similarity: float | None = None
) -> SearchResult:
    """Rank the articles by how many of the question's words they hold.

    A sentence's similarity is the share of the question's words that it holds, unless one is given.
    """
    asked = list(dict.fromkeys(stems(question)))
    found = []
    for article in articles:
        base = passage(article)
        held = Counter(stems(f"{article.info.title} {article.text}"))
        share = sum(stem in held for stem in asked) / max(1, len(asked))
        compared = tuple(
            Sentence(
                s.start,
                s.end,
                similarity if similarity is not None else _share(asked, article.text[s.start : s.end]),
            )
            for s in base.sentences
        )
        found.append(
            Passage(
                base.chunk_id,
                base.article,
                base.start,
                base.end,
                base.text,
                None,
                share,
                share,
                share or None,
                compared,
                base.cuts,
            )
        )
    found.sort(key=lambda one: -one.score)
    return SearchResult("g1", tuple(found), tuple(Term(stem, 1.0) for stem in asked))


def _share(asked: Sequence[str], text: str) -> float:
    held = set(stems(text))
    return sum(stem in held for stem in asked) / max(1, len(asked))


def _allowed(info: ArticleInfo, filters: Filters) -> bool:
    if not filters.allow(info.publisher):
        return False
    period = Period(filters.since, filters.until)
    return period == Period() or (info.published is not None and period.holds(info.published))


class Coast:
    """A searcher over invented articles; `stored` may be changed while a question is under way."""

    def __init__(self, articles: Sequence[Article] = ARTICLES) -> None:
        self.found = tuple(articles)
        self.stored = {article.info.id: article for article in articles}
        self.searches: list[SearchRequest] = []

    async def search(self, request: SearchRequest) -> SearchResult:
        self.searches.append(request)
        result = search(request.text, [one for one in self.found if _allowed(one.info, request.filters)])
        period, days = request.preferred, [passage.article.published for passage in result.passages]
        return replace(result, preferring=any(period and day and period.holds(day) for day in days))

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        return tuple(self.stored[one] for one in ids if one in self.stored)

    async def find_articles(
        self, text: str = "", offset: int = 0, limit: int = 10, filters: Filters = EVERYTHING
    ) -> ArticlePage:
        found = [article.info for article in self.found if _allowed(article.info, filters)]
        return ArticlePage(tuple(found[offset : offset + limit]), len(found))

    async def history(self, article_id: str) -> tuple[Version, ...]:
        return ()

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        return (self.stored[article_id].text,)

    async def wait_until_served(self, generation: str) -> None:
        """What this stand-in publishes is there at once."""

    async def status(self) -> IndexStatus:
        return IndexStatus("g1", datetime(2026, 6, 12, tzinfo=UTC), "tests", 3, 3, None, "none", 0)
