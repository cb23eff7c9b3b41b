"""Last in an evaluation, to read: each question that went wrong, with what was shown, as Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from bot.evaluation import phrases
from bot.evaluation.articles import SourceText
from bot.evaluation.judging import SHOWN_CHARS, Judgement, place_of_answer, rank_of_article
from bot.evaluation.results import Result, ResultArticle
from bot.evaluation.wording import holds
from index.command_line.console import neutralise, neutralise_line
from index.intake.phrases import count

# What Markdown would act on; the texts are foreign.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


class Failure(StrEnum):
    """The ways to go wrong, the worst first."""

    UNSUPPORTED = "unsupported"  # a statement without a citation, or a quote that stands nowhere
    WRONG = "wrong"  # an answer without the right one in what is shown
    INVENTED = "invented"  # an answer where the articles hold none
    REFUSED = "refused"  # no answer where the articles hold one


def failure_of(judgement: Judgement) -> Failure | None:
    """How the question went wrong; None where it did not, or where nothing says what is right."""
    if not all(judgement.cited) or not all(judgement.verbatim):
        return Failure.UNSUPPORTED
    if judgement.question.answerable:
        if not judgement.answered:
            return Failure.REFUSED
        return None if judgement.correct else Failure.WRONG
    if judgement.question.answerable is False and judgement.answered:
        return Failure.INVENTED
    return None


def report(judgements: Sequence[Judgement], sources: Mapping[str, SourceText]) -> str:
    """The page of failures: how many of each kind, what is odd in the question set, then each failure."""
    return "\n".join(_Page(sources).lines(judgements)) + "\n"


class _Page:
    def __init__(self, sources: Mapping[str, SourceText]) -> None:
        self._sources = sources

    def lines(self, judgements: Sequence[Judgement]) -> Iterator[str]:
        failed = [(failure_of(judgement), judgement) for judgement in judgements]
        total = sum(failure is not None for failure, _ in failed)
        yield f"# {phrases.FAILURES_TITLE.format(failures=total, questions=len(judgements))}"
        yield ""
        for kind in Failure:
            of_kind = [judgement for failure, judgement in failed if failure is kind]
            yield f"- {self._kind(kind)}: {len(of_kind)}"
        yield from self._oddities(judgements)
        for kind in Failure:
            of_kind = [judgement for failure, judgement in failed if failure is kind]
            if of_kind:
                yield from ("", f"## {self._kind(kind)}")
            for judgement in of_kind:
                yield from self._failure(judgement)

    def _kind(self, kind: Failure) -> str:
        return {
            Failure.UNSUPPORTED: phrases.UNSUPPORTED,
            Failure.WRONG: phrases.WRONG,
            Failure.INVENTED: phrases.INVENTED,
            Failure.REFUSED: phrases.REFUSED,
        }[kind]

    def _oddities(self, judgements: Sequence[Judgement]) -> Iterator[str]:
        """Questions that no bot could get right, as they are written."""
        odd = [(judgement, reason) for judgement in judgements if (reason := self._oddity(judgement))]
        if odd:
            yield from ("", f"## {phrases.ODD}", "")
        for judgement, reason in odd:
            yield f"- {_plain(judgement.question.id)}: {reason}"

    def _oddity(self, judgement: Judgement) -> str | None:
        expected = judgement.question.expected
        if expected is None or expected.answer is None or not expected.relevant:
            return None
        unknown = [id_ for id_ in expected.relevant if id_ not in self._sources]
        if unknown:
            return phrases.ODD_ARTICLE.format(article=_plain(unknown[0]))
        texts = (self._sources[id_].words for id_ in expected.relevant)
        if not any(holds(text, expected.answer) for text in texts):
            return phrases.ODD_ANSWER.format(answer=_plain(expected.answer))
        return None

    def _failure(self, judgement: Judgement) -> Iterator[str]:
        question, result = judgement.question, judgement.result
        yield from ("", f"### {_plain(question.id)}", "", f"**{_plain(question.text)}**", "")
        if question.asked:
            yield f"- {phrases.ASKED.format(day=question.asked.isoformat())}"
        yield f"- {self._expected(judgement)}"
        if question.answerable:
            yield f"- {self._place(judgement)}"
        for fault in self._faults(judgement):
            yield f"- {fault}"
        if result.answer is None:
            yield from self._refusal(result)
        else:
            yield from self._shown(result)

    def _expected(self, judgement: Judgement) -> str:
        expected = judgement.question.expected
        if expected is None or expected.answer is None:
            return phrases.EXPECTED_NONE
        names = [self._title(id_) for id_ in expected.relevant or ()]
        return phrases.EXPECTED.format(answer=_plain(expected.answer), articles="; ".join(names) or "–")

    def _place(self, judgement: Judgement) -> str:
        """Where the answer and the articles that hold it stand in what was found."""
        expected = judgement.question.expected
        assert expected
        assert expected.answer is not None
        result = judgement.result
        place = place_of_answer(result, expected.answer)
        article = rank_of_article(result, expected.relevant or ())
        where = (
            phrases.PLACE_FOUND.format(
                rank=place.rank, before=place.before_chars, passages=len(result.passages)
            )
            if place
            else phrases.PLACE_NOT_FOUND.format(passages=len(result.passages))
        )
        if expected.relevant:
            where += " " + (
                phrases.ARTICLE_FOUND.format(rank=article) if article else phrases.ARTICLE_NOT_FOUND
            )
        if result.answer and holds(result.answer, expected.answer) and not judgement.correct:
            where += " " + phrases.TOO_LATE.format(limit=SHOWN_CHARS)
        return where

    def _faults(self, judgement: Judgement) -> Iterator[str]:
        if not all(judgement.cited):
            yield phrases.UNCITED.format(statements=count(judgement.cited.count(False), "statement"))
        if not all(judgement.verbatim):
            yield phrases.NOT_VERBATIM.format(quotes=count(judgement.verbatim.count(False), "quote"))

    def _shown(self, result: Result) -> Iterator[str]:
        yield f"- {phrases.SHOWN.format(chars=len(result.answer or ''))}"
        for statement in result.statements:
            numbers = dict.fromkeys(cited.number for cited in statement.citations if cited.number)
            marks = "".join(f" \\[{number}\\]" for number in numbers)
            yield ""
            yield "> " + _plain_lines(statement.text).replace("\n", "\n> ") + marks
        yield ""
        for note in result.citations:
            yield f"{note.number}. {self._article(note)}"

    def _refusal(self, result: Result) -> Iterator[str]:
        yield f"- {phrases.NOTHING_SHOWN}"
        yield from (f"  - {self._article(article)}" for article in result.nearest)

    def _article(self, article: ResultArticle) -> str:
        return " · ".join(_plain(part) for part in (article.title, article.publisher, article.date) if part)

    def _title(self, id_: str) -> str:
        source = self._sources.get(id_)
        return f"{_plain(source.title)} ({_plain(id_)})" if source and source.title else _plain(id_)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", neutralise_line(text))


def _plain_lines(text: str) -> str:
    return "\n".join(_plain(line) for line in neutralise(text).split("\n") if line.strip())
