"""After an answer is whole: which other articles hold what is quoted, for the "also in" of its footnotes.

Search folds reprints (index/searching/folding.py), but a reprint may leave the very sentence out, or say it
otherwise. A copy is named only where every sentence that is quoted from the article stands in it too, whole,
and where it is no page of the same template: "It opens at nine" is said of another house there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from bot.answer import Answer, Citation, Footnote
from bot.answering.extractive.near_copies import of_one_template
from index.article import Article, ArticleInfo
from index.passage import Passage

# What papers write in different ways without writing anything else.
_TYPOGRAPHY = (
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("‘", "'"),
    ("’", "'"),
    ("–", "-"),
    ("—", "-"),
    ("\u00ad", ""),
)
_ENDS = (".", "!", "?", "…", ":", ";", '"', "'", ")", "]", "»", "。")


def candidates(answer: Answer) -> dict[int, tuple[ArticleInfo, ...]]:
    """The articles that may be copies of each footnote's, by its number: what search folded, and other
    articles of which a passage holds a quoted sentence. What is cited itself is no copy of another."""
    cited = {note.article.id for note in answer.footnotes}
    read = [(passage, _Text(passage.text)) for passage in answer.passages]
    found = {}
    for note in answer.footnotes:
        wanted = [_spelt(words) for words, _ in _quoted(answer, note)]
        infos: list[ArticleInfo] = []
        for passage, text in read:
            if passage.article.id == note.article.id:
                infos += passage.copies
            elif any(words in text for words in wanted):
                infos += (passage.article, *passage.copies)
        found[note.number] = tuple({info.id: info for info in infos if info.id not in cited}.values())
    return found


def name(
    answer: Answer, found: Mapping[int, Sequence[ArticleInfo]], articles: Mapping[str, Article | None]
) -> Answer:
    """The answer with those of its candidates named that hold all that is quoted; articles: by id, as far as
    they are in the index."""
    named = []
    for note in answer.footnotes:
        quoted = _quoted(answer, note)
        own = articles.get(note.article.id)
        copies = tuple(
            info
            for info in found[note.number]
            if _is_copy(articles.get(info.id), own, quoted, caption=note.caption)
        )
        named.append(replace(note, copies=copies))
    return replace(answer, footnotes=tuple(named))


def _quoted(answer: Answer, note: Footnote) -> list[tuple[str, bool]]:
    """The sentences that are quoted under this number, and the headlines: (words, whether a headline)."""
    citations = dict.fromkeys(
        cited for one in answer.statements for cited in one.citations if cited.number == note.number
    )
    return [
        (cited.quote if cited.headline else _whole_sentences(cited, answer.passages), cited.headline)
        for cited in citations
    ]


def _whole_sentences(cited: Citation, passages: Sequence[Passage]) -> str:
    """The quote with the rest of its sentences: "are allowed" must not be found in "No dogs are allowed"."""
    for passage in passages:
        if (
            passage.article.id == cited.article_id
            and passage.start <= cited.start
            and cited.end <= passage.end
        ):
            spans = [s for s in passage.sentences if s.start < cited.end and cited.start < s.end]
            start = min([cited.start, *(span.start for span in spans)])
            end = max([cited.end, *(span.end for span in spans)])
            return passage.text[start - passage.start : end - passage.start]
    return cited.quote


def _is_copy(
    article: Article | None, own: Article | None, quoted: Sequence[tuple[str, bool]], *, caption: bool
) -> bool:
    """Whether it holds all that is quoted, and does not say it of another place or person. caption: what is
    quoted are captions, and must be such there too."""
    if article is None or own is None:
        return False
    held, title = _Text("\n".join(article.captions) if caption else article.text), _spelt(article.info.title)
    if not all(_spelt(words) == title if headline else _spelt(words) in held for words, headline in quoted):
        return False
    same = _spelt(article.text) == _spelt(own.text)
    return same or not of_one_template(own.text, article.text, (own.info.title, article.info.title))


class _Text:
    """A text in which sentences are looked for: in one spelling, on one line."""

    def __init__(self, text: str) -> None:
        paragraphs = [spelt for one in text.split("\n") if (spelt := _spelt(one))]
        self._line = " ".join(paragraphs)
        self._begins = set(accumulate((len(one) + 1 for one in paragraphs), initial=0))

    def __contains__(self, sought: str) -> bool:
        """Whether the words stand there, beginning where a sentence or a paragraph does."""
        at = self._line.find(sought)
        while sought and at >= 0:
            if at in self._begins or self._line[max(0, at - 2) : at].rstrip().endswith(_ENDS):
                return True
            at = self._line.find(sought, at + 1)
        return False


def _spelt(text: str) -> str:
    for mark, plain in _TYPOGRAPHY:  # ten times faster than str.translate
        text = text.replace(mark, plain)
    return " ".join(text.split())
