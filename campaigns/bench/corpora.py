"""The articles and questions that are measured with, and their indexes, which a later run finds again."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.service.opening import rebuild
from bot.settings import BotSettings

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
NEWS_DEV = SHARED / "evals" / "news-dev"
NEWS_DEV_MISSING = "../shared/evals/news-dev is not there, so the figures of the 1,500 articles are left out."
BY = "python -m campaigns.bench"
QUICK_ARTICLES = 60
# Part of each chunk's text for the model (index/building/writing.py), so that no vector of before fits any
# more.
RETITLED = "Again: "

# Asked of the two seeds, or of the two briefs of them that ship: they answer twelve, and four they do not.
SEED_QUESTIONS = (
    "How many containers did South Korea see North Korea send to Russia?",
    "What range does the 240 mm rocket launcher have?",
    "How many artillery shells of 152 mm could the containers hold?",
    "Who compared the partnership to the bar in Star Wars?",
    "What did Russia release for North Korea according to Western officials?",
    "Which drones has Russia bought from Iran?",
    "Why is Putin visiting North Korea?",
    "How large was North Korea's economy in 2022?",
    "Who is the South Korean defense minister?",
    "What does North Korea need from Russia?",
    "How far does the close-range ballistic missile reach?",
    "What does John Herbst think of the shells?",
    "Who won the 1998 World Cup?",
    "What is the capital of Australia?",
    "How many people live in Pyongyang?",
    "When was the first Shahed drone built?",
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of articles with questions; `articles` is a folder or a file."""

    name: str
    articles: Path
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbench:
    """What each measurement gets: a folder for its files, and whether a small version will do."""

    data: Path
    quick: bool

    def folder(self, *names: str) -> Path:
        """A folder of the bench's own, made if need be."""
        folder = self.data.joinpath(*names)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def settings(self, corpus: Corpus) -> BotSettings:
        """Settings with the corpus as the articles, and a data folder that stays for the next run."""
        return BotSettings(articles_dir=corpus.articles, data_dir=self.folder("indexes", corpus.name))

    async def index(self, corpus: Corpus) -> BotSettings:
        """The corpus's settings, its index built or brought up to date."""
        settings = self.settings(corpus)
        await rebuild(settings, BY)
        return settings

    def large(self) -> Corpus | None:
        """The 1,500 articles of news-dev, a few of them in the quick version; None where absent."""
        if not NEWS_DEV.is_dir():
            return None
        asked = (json.loads(line) for line in _lines(NEWS_DEV / "questions.jsonl"))
        questions = tuple(each["question"] for each in asked)
        if not self.quick:
            return Corpus("news-dev", NEWS_DEV / "articles.jsonl.gz", questions)
        return self.sample(QUICK_ARTICLES, questions[:40])

    def sample(self, size: int, questions: tuple[str, ...] = ()) -> Corpus:
        """Every n-th article of news-dev, about `size` of them, in a file of the bench's own."""
        lines = _lines(NEWS_DEV / "articles.jsonl.gz")
        name = f"news-dev-{size}"
        path = self.folder("articles") / f"{name}.jsonl"
        _write_lines(path, lines[:: max(1, len(lines) // size)][:size])
        return Corpus(name, path, questions)

    def retitled(self, corpus: Corpus) -> Path:
        """The same articles under other titles: a build of them has to embed every chunk anew."""
        articles = [json.loads(line) for line in _lines(corpus.articles)]
        path = self.folder("articles") / f"{corpus.name}-retitled.jsonl"
        _write_lines(path, [json.dumps(each | {"title": RETITLED + each["title"]}) for each in articles])
        return path


def seeds() -> Corpus:
    """The two seed articles, or the two briefs that ship."""
    there = SHARED / "articles"
    if there.is_dir():
        return Corpus("seeds", there, SEED_QUESTIONS)
    return Corpus("briefs", ROOT / "articles", SEED_QUESTIONS)


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [line for line in text.split("\n") if line.strip()]


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
