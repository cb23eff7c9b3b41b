"""First in the verifier's test set: sentences of real articles to make statements of.

Nothing of the articles is kept: the set is made in memory, with a fixed seed.
"""

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Citation, Statement
from index.article import Article, ArticleInfo

ARTICLES = Path(__file__).parents[2].parent / "shared" / "evals" / "news-dev" / "articles.jsonl.gz"
WORDS = range(9, 36)  # of a sentence that is used
_SENTENCE = re.compile(
    r"(?<![A-Z]\.)(?<!Mr\.|Ms\.|Dr\.|St\.|No\.|vs\.)(?<!Mrs\.|Gen\.|Sen\.|Rep\.|Gov\.)(?<=[.!?])\s+(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of an article, the quote that holds it, and the sentences beside it."""

    article: Article
    sentence: str
    quote: str
    start: int
    beside: str  # another sentence of the same article, not in the quote

    @property
    def held_out(self) -> bool:
        return is_held_out(self.article.info.id)

    def reworded(self, text: str) -> Statement:
        end = self.start + len(self.quote)
        citation = Citation(1, self.article.info.id, self.quote, self.start, end)
        return Statement(text, (citation,), quoted=False)

    def citing(self, other: "Source") -> Statement:
        """This sentence under the other one's quote."""
        return other.reworded(self.sentence)


def is_held_out(article_id: str) -> bool:
    """Half of the articles, by hash, were looked at by nobody who wrote the verifier."""
    return hashlib.sha256(article_id.encode()).digest()[0] % 2 == 1


def read_articles(path: Path = ARTICLES) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield Article(ArticleInfo(article["id"], article["id"], article["title"] or ""), article["text"])


def pick_sources(count: int, seed: int, *, held_out: bool, path: Path = ARTICLES) -> list[Source]:
    """Up to `count` sentences, at most ten of an article."""
    chance = random.Random(seed)
    articles = [article for article in read_articles(path) if is_held_out(article.info.id) == held_out]
    chance.shuffle(articles)
    sources: list[Source] = []
    seen: set[str] = set()
    for _ in range(10):
        for article in articles:
            source = _pick(article, chance)
            if source and source.sentence not in seen:
                seen.add(source.sentence)
                sources.append(source)
            if len(sources) == count:
                return sources
    return sources


def _pick(article: Article, chance: random.Random) -> Source | None:
    paragraphs = [
        [sentence for sentence in _SENTENCE.split(paragraph) if sentence]
        for paragraph in article.text.split("\n\n")
    ]
    places = [
        (paragraph, number)
        for paragraph in paragraphs
        for number, sentence in enumerate(paragraph)
        if is_usable(sentence)
    ]
    if len(places) < 3:
        return None
    paragraph, number = chance.choice(places)
    sentence = paragraph[number]
    beside = next((p[n] for p, n in chance.sample(places, len(places)) if p is not paragraph), None)
    if beside is None:
        return None
    # A language model cites one sentence, or a window of several.
    first = max(0, number - chance.randint(0, 1))
    last = min(len(paragraph), number + 1 + chance.randint(0, 1))
    start = article.text.find(paragraph[first])
    end = article.text.find(paragraph[last - 1], start) + len(paragraph[last - 1])
    quote = article.text[start:end]
    if sentence not in quote or len(quote) > 900:
        return None
    return Source(article, sentence, quote, start, beside)


def is_usable(sentence: str) -> bool:
    """Whether it is a whole plain sentence: no question, no list, no leftovers of a page, quotes closed."""
    words = sentence.split()
    return (
        len(words) in WORDS
        and sentence[0].isupper()
        and sentence.endswith(".")
        and not any(mark in sentence for mark in "?|@©:\n")
        and sentence.count("“") == sentence.count("”")
        and sentence.count('"') % 2 == 0
        and sum(word.isupper() for word in words) < 5
    )
