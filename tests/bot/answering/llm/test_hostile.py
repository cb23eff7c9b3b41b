"""Whatever a hostile or broken model says: nothing that the articles do not say is shown."""

from itertools import pairwise
from pathlib import Path

import pytest

from bot.answer import Answer, Degraded, Outcome, Question
from tests.bot.answering.coast import Coast
from tests.bot.answering.llm.hostile import CASES, QUESTION, WORLD, Case
from tests.bot.answering.llm.speaking import answering, settings
from tests.bot.answering.llm.stub_server import StubServer

TABLE = "hostile-models.md"
COLUMNS = "| what the model did | what was shown | told the reader |\n|---|---|---|\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each model did and what was shown of it, to read; where it is stands in the test's output."""
    path = tmp_path_factory.mktemp("hostile") / TABLE
    path.write_text(COLUMNS, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.xdist_group("hostile")
async def test_nothing_unsupported_is_shown(case: Case, tmp_path: Path, table: Path) -> None:
    coast = Coast(WORLD)
    grown: list[Answer] = []
    async with (
        StubServer(case.replies, structured=case.structured) as server,
        answering(coast, settings(server, tmp_path, llm_timeout_s=case.timeout_s)) as answerer,
    ):
        shown = await answerer.answer(Question(QUESTION), grown.append)
    _write(table, case, shown)
    stored = {article.info.id: article for article in WORLD}
    for statement in shown.statements:
        for cited in statement.citations:
            article = stored[cited.article_id]
            there = article.info.title if cited.headline else article.text[cited.start : cited.end]
            assert there == cited.quote
        assert statement.text in (case.may_show if not statement.quoted else (statement.citations[0].quote,))
    own_words = [statement.text for statement in shown.statements if not statement.quoted]
    assert own_words == list(case.may_show)
    assert shown.degraded is case.degraded
    assert "99 metres" not in " ".join(statement.text for statement in shown.statements)
    _never_taken_back(grown, shown)
    if case.name == "says that nothing is there":
        assert shown.outcome is Outcome.REFUSED
    elif not own_words:
        assert shown.outcome is Outcome.ANSWERED  # by quotes, which need no model
        assert shown.degraded not in (None, Degraded.CUT_SHORT)


def _never_taken_back(grown: list[Answer], shown: Answer) -> None:
    """Each state shows all of the one before it, under the same numbers."""
    states = [*grown, shown]
    for before, after in pairwise(states):
        assert after.statements[: len(before.statements)] == before.statements
        assert after.footnotes[: len(before.footnotes)] == before.footnotes


def _write(table: Path, case: Case, shown: Answer) -> None:
    said = " · ".join(f"{'“' * s.quoted}{s.text}{'”' * s.quoted}" for s in shown.statements) or "(refusal)"
    cells = [case.name, " ".join(said.split()), shown.degraded or ""]
    with table.open("a", encoding="utf-8") as file:
        file.write("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n")
    print(f"the table so far: {table}")
