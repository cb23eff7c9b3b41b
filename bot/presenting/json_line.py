"""Last in the flow, for programs: an answer as the object that `ask --json` and `evaluate` write."""

from collections.abc import Iterator

from bot.answer import Answer
from bot.presenting.quote_link import link_to_quote
from index.article import ArticleInfo
from index.passage import Passage


def result_line(answer: Answer, seconds: float, question_id: str | None = None) -> dict[str, object]:
    """The answer in the format of `evals/score.py`, and what the footnotes say of the cited articles.

    seconds: from the question to the finished answer. `answer` is the text of the statements, one a
    line, without footnotes; None where the articles do not hold the answer.
    """
    text = "\n".join(statement.text for statement in answer.statements)
    return {
        "id": question_id,
        "question": answer.question.text,
        "outcome": answer.outcome.value,
        "answer": text or None,
        "statements": [
            {
                "text": statement.text,
                "citations": [
                    {
                        "number": cited.number,
                        "article_id": cited.article_id,
                        "quote": cited.quote,
                        "caption": cited.caption,
                        "heading": cited.heading,
                    }
                    for cited in statement.citations
                ],
            }
            for statement in answer.statements
        ],
        "citations": list(_citations(answer)),
        "nearest": [_article(info) for info in answer.nearest],
        "newest": answer.newest,
        "understood": answer.understood or None,
        "unanswered": answer.unanswered,
        "conflict": [
            {"words": side.words, "number": side.number, "date": side.published}
            for side in (answer.conflict.sides if answer.conflict else ())
        ],
        "periods": [
            {"since": used.period.start, "until": used.period.end, "use": used.use.value}
            for used in answer.periods
        ],
        "degraded": answer.degraded.value if answer.degraded else None,
        "passages": [_passage(passage) for passage in answer.passages],
        "seconds": round(seconds, 4),
    }


def _citations(answer: Answer) -> Iterator[dict[str, object]]:
    """Each footnote: its article, its copies, and a link to the first sentence that is quoted from it."""
    quotes: dict[int, str] = {}
    for statement in answer.statements:
        for cited in statement.citations:
            if cited.marked:
                quotes.setdefault(cited.number, cited.marked)
    for footnote in answer.footnotes:
        yield {
            "number": footnote.number,
            **_article(footnote.article),
            "caption": footnote.caption,
            "headings": footnote.headings,
            "link": link_to_quote(footnote.article.url, quotes.get(footnote.number, "")),
            "copies": [_article(copy) for copy in footnote.copies],
        }


def _article(info: ArticleInfo) -> dict[str, object]:
    return {
        "article_id": info.id,
        "title": info.title,
        "publisher": info.publisher,
        "authors": info.authors,
        "date": info.published,
        "url": info.url,
        "source": info.source,
        "kind": info.kind,
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "article_id": passage.article.id,
        "title": passage.article.title,
        "caption": passage.caption,
        "text": passage.text,
        "score": round(passage.score, 6),
    }
