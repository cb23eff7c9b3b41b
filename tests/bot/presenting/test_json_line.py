"""The object that `ask --json` and `evaluate` write."""

import json
from dataclasses import replace

from bot.presenting.json_line import result_line
from index.command_line.console import as_json
from tests.bot import samples


def test_a_line_has_what_the_scorer_reads() -> None:
    line = json.loads(as_json(result_line(samples.answered(), 0.04, "q1")))
    assert line["id"] == "q1"
    assert line["seconds"] == 0.04
    assert line["answer"] == (
        "The rebuilt tower stands 41 metres above the quay, six more than the old one.\n"
        "Officials give its height as 40 metres."
    )
    assert [statement["citations"][0]["article_id"] for statement in line["statements"]] == [
        "lighthouse",
        "coast",
    ]
    assert line["statements"][1]["citations"][0]["quote"] == "Officials give its height as 40 metres."
    assert [passage["article_id"] for passage in line["passages"]] == ["lighthouse", "coast", "ferry"]
    assert line["passages"][0]["title"] == samples.LIGHTHOUSE.title
    assert line["passages"][0]["text"] == samples.LIGHTHOUSE_TEXT


def test_each_cited_article_comes_with_title_publisher_date_and_address() -> None:
    first, second = json.loads(as_json(result_line(samples.answered(), 0.04)))["citations"]
    assert first["number"] == 1
    assert first["title"] == "Lighthouse reopens after five years"
    assert (first["publisher"], first["date"]) == ("Harbour Gazette", "2026-05-02")
    assert first["url"] == "https://gazette.example/lighthouse"
    assert first["link"].startswith("https://gazette.example/lighthouse#:~:text=The%20rebuilt")
    assert (second["date"], second["url"], second["link"], second["kind"]) == (None, None, None, "brief")
    assert second["source"] == "coast.txt"


def test_a_refusal_has_no_answer_and_names_the_nearest_articles() -> None:
    line = result_line(samples.refused(), 0.04)
    assert line["answer"] is None
    assert line["statements"] == line["citations"] == []
    assert [article["article_id"] for article in json.loads(as_json(line))["nearest"]] == ["ferry", "coast"]


def test_json_is_one_line_and_harmless_to_a_terminal() -> None:
    answer = samples.answered()
    statement = replace(answer.statements[0], text="\x1b[31mred\n\x9b \u202e \ud800 “é”")
    text = as_json(result_line(replace(answer, statements=(statement,)), 0.0))
    assert "\n" not in text
    assert text.isprintable()
    assert json.loads(text)["answer"] == statement.text
    assert "“é”" in text
