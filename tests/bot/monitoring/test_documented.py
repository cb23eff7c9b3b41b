"""Every metric is documented, and documentation, dashboard and alert rules name no other."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from prometheus_client.metrics_core import Metric

from bot.answer import Degraded, Outcome
from bot.monitoring.metrics import Face
from bot.monitoring.monitor import Monitor
from bot.storage.kept_jobs import JobKind
from tests.bot.discord.stand_ins import Building, Index
from tests.command_lines import ROOT

FOLDER = ROOT / "docs" / "monitoring"
DOCUMENT = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
BOARD: dict[str, Any] = json.loads((FOLDER / "grafana-dashboard.json").read_text(encoding="utf-8"))
RULES: dict[str, Any] = yaml.safe_load((FOLDER / "alerts.yml").read_text(encoding="utf-8"))
NAME = re.compile(r"\b(?:footnote|process)_[a-z_]+")


def registered() -> list[Metric]:
    return list(Monitor(Index(), Building()).metrics.registry.collect())


def shown_name(metric: Metric) -> str:
    return f"{metric.name}_total" if metric.type == "counter" else metric.name


def names_of_series() -> set[str]:
    """Every name that a query may use."""
    names = set()
    for metric in registered():
        names.add(shown_name(metric))
        if metric.type == "histogram":
            names |= {f"{metric.name}_{part}" for part in ("bucket", "sum", "count")}
    return names


def rows() -> Iterator[list[str]]:
    for line in DOCUMENT.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def queries() -> list[str]:
    """Those of the dashboard and of the rules."""
    shown = [target["expr"] for panel in BOARD["panels"] for target in panel.get("targets", [])]
    return shown + [rule["expr"] for rule in rules()]


def rules() -> list[dict[str, Any]]:
    return [rule for group in RULES["groups"] for rule in group["rules"]]


def test_the_document_has_every_metric_and_no_other() -> None:
    documented = {name for row in rows() for name in NAME.findall(row[0])}
    assert documented == {shown_name(metric) for metric in registered()}


def test_the_document_has_every_label_of_each_metric() -> None:
    labels = {name: set(re.findall(r"`(\w+)`", row[1])) for row in rows() for name in NAME.findall(row[0])}
    for metric in registered():
        found = {label for sample in metric.samples for label in sample.labels} - {"le"}
        assert found <= labels[shown_name(metric)], metric.name


@pytest.mark.parametrize(("metric", "words"), [
    ("footnote_questions_total", [*Face, *Outcome, "failed", "given up"]),
    ("footnote_jobs_total", list(JobKind)),
])  # fmt: skip
def test_the_document_says_what_these_labels_may_be(metric: str, words: list[str]) -> None:
    (row,) = [row for row in rows() if f"`{metric}`" in row[0]]
    assert [word for word in words if word not in row[1]] == []


def test_dashboard_and_rules_ask_only_for_what_there_is() -> None:
    asked = {name for query in queries() for name in NAME.findall(query)}
    assert asked <= names_of_series()


def test_the_dashboard_shows_every_metric_of_ours() -> None:
    shown = {name for panel in BOARD["panels"] for target in panel.get("targets", []) for name in
             NAME.findall(target["expr"])}  # fmt: skip
    stems = {re.sub("_(bucket|sum|count)$", "", name) for name in shown}
    assert {shown_name(m) for m in registered() if m.name.startswith("footnote_")} - stems == set()


def test_the_dashboards_panels_have_ids_of_their_own_and_lie_beside_each_other() -> None:
    panels = BOARD["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        at = panel["gridPos"]
        cells = {(at["x"] + x, at["y"] + y) for x in range(at["w"]) for y in range(at["h"])}
        assert not cells & taken, panel["title"]
        assert at["x"] + at["w"] <= 24
        taken |= cells


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    assert len({rule["alert"] for rule in rules()}) == len(rules()) > 10
    for rule in rules():
        assert set(rule["annotations"]) == {"summary", "action"}
        assert rule["labels"]["severity"] in ("critical", "warning", "info")


def test_what_alerts_ask_to_rise_is_there_before_it_rises() -> None:
    """`increase` sees nothing in a series that appears with its first event."""
    first = {(sample.name, *sample.labels.values()) for metric in registered() for sample in metric.samples}
    assert ("footnote_errors_total", "unexpected") in first
    assert ("footnote_questions_total", "command", "failed") in first
    assert ("footnote_jobs_total", "reindex", "failed") in first
    assert all(("footnote_answers_degraded_total", reason.value) in first for reason in Degraded)
