"""Questions and results of one invented article, as the tests of the evaluation need them."""

from dataclasses import replace

from bot.evaluation.articles import SourceText
from bot.evaluation.judging import Judgement, judge
from bot.evaluation.questions import EvaluationQuestion, Expected
from bot.evaluation.results import Result, ResultArticle, ResultCitation, ResultPassage, ResultStatement

TEXT = "The keepers returned on Monday. The tower stands 41 metres above the quay."
SOURCES = {
    "light": SourceText("Lighthouse reopens", f"Lighthouse reopens {TEXT}"),
    "ferry": SourceText("Ferry timetable", "Ferry timetable The first boat leaves at six."),
}
TALL = EvaluationQuestion("tall", "How tall is it?", Expected("41 metres", ("light",)))
LAMP = EvaluationQuestion("lamp", "Who made the lamp?", Expected(None, ()))
QUOTE = "The tower stands 41 metres above the quay."
PASSAGES = (
    ResultPassage("ferry", "The first boat leaves at six.", "Ferry timetable"),
    ResultPassage("light", TEXT, "Lighthouse reopens"),
)


def answered(id_: str = "tall", quote: str = QUOTE, article: str = "light") -> Result:
    return Result(
        id=id_,
        answer=quote,
        statements=(ResultStatement(quote, (ResultCitation(article, quote, 1),)),),
        passages=PASSAGES,
        seconds=0.05,
        citations=(ResultArticle(article, "Lighthouse reopens", "Harbour Gazette", "2026-05-02", 1),),
    )


def refused(id_: str = "lamp") -> Result:
    nearest = (ResultArticle("ferry", "Ferry timetable"),)
    return replace(answered(id_), answer=None, statements=(), citations=(), nearest=nearest)


def judged(question: EvaluationQuestion, result: Result) -> Judgement:
    return judge(question, result, SOURCES)
