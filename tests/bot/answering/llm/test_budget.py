"""The day's tokens, counted by several processes of one bot together."""

from datetime import date
from pathlib import Path

from bot.answering.llm.budget import DailyBudget
from bot.answering.llm.model import Usage

TODAY = date(2026, 5, 2)


def test_what_one_process_spends_is_missing_from_the_others(tmp_path: Path) -> None:
    first, second = (DailyBudget(tmp_path, 1000, lambda: TODAY) for _ in range(2))
    assert second.allows(1000)
    first.spend(Usage(300, 100))
    assert not second.allows(700)
    second.spend(Usage(200, 0))
    first.spend(Usage(100, 0))
    assert first.spent == second.spent == 700
    assert DailyBudget(tmp_path, 1000, lambda: TODAY).spent == 700


def test_a_new_day_begins_for_all_of_them(tmp_path: Path) -> None:
    day = [TODAY]
    first, second = (DailyBudget(tmp_path, 1000, lambda: day[0]) for _ in range(2))
    first.spend(Usage(900, 0))
    assert second.spent == 900
    day[0] = date(2026, 5, 3)
    assert second.spent == 0
    second.spend(Usage(10, 0))
    assert first.spent == 10
