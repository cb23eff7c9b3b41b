"""What `/metrics`, `/healthz` and `/readyz` say of a bot on the loopback Discord, asked over HTTP."""

import re
import socket

import pytest

from bot.discord.connection.patience import Patience
from index.errors import SearchUnavailable
from tests.bot.discord.conftest import Scene
from tests.bot.monitoring.conftest import Tools, operated
from tests.discord_server.server import HOST

QUESTION = "How tall is the rebuilt lighthouse, said somebody in secret?"


async def test_a_bot_that_works_is_healthy_and_ready(tools: Tools) -> None:
    await tools.wait_until_ready()
    assert (await tools.ask_json("/healthz"))[0] == 200
    status, body = await tools.ask_json("/readyz")
    assert status == 200
    assert body["ready"] is True
    assert body["generation"] == "20260502-1"
    assert [shard["up"] for shard in body["shards"]] == [True]  # type: ignore[attr-defined]


async def test_a_bot_whose_index_is_away_is_healthy_but_not_ready_and_says_why(tools: Tools) -> None:
    await tools.wait_until_ready()
    tools.scene.index.error = SearchUnavailable("The worker of /srv/secret/data is restarting.")
    status, body = await tools.ask_json("/readyz")
    assert status == 503
    assert body["reasons"] == ["The index does not answer: SearchUnavailable."]
    assert (await tools.ask_json("/healthz"))[0] == 200
    assert await tools.value("footnote_index_up") == 0
    assert await tools.value("footnote_index_articles") is None


async def test_questions_are_counted_by_how_they_were_asked_and_ended(tools: Tools) -> None:
    scene = tools.scene
    await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    await (await scene.ann.slash(scene.channel, "ask", question="Who won?")).wait_followup()
    await scene.ben.say(scene.channel, f"@bot {QUESTION}")
    assert await tools.value("footnote_questions_total", face="command", outcome="answered") == 1
    assert await tools.value("footnote_questions_total", face="command", outcome="refused") == 1
    assert await tools.value("footnote_questions_total", face="channel", outcome="answered") == 1
    assert await tools.value("footnote_questions_in_progress") == 0
    name = "footnote_interactions_total"
    assert await tools.value(name, kind="application_command", name="ask") == 2
    first = "footnote_first_response_seconds_count"
    assert await tools.value(first, kind="application_command") == 2
    await tools.wait_for(1, first, kind="message")


async def test_questions_that_fail_or_take_too_long_are_counted_too(quiet_scene: Scene) -> None:
    async with operated(quiet_scene, Patience(answer_s=0.2)) as tools:
        scene = tools.scene
        scene.answering.error = ZeroDivisionError("inside")
        await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_followup()
        scene.answering.error = None
        scene.answering.gate.clear()
        await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_followup()
        assert await tools.value("footnote_questions_total", face="command", outcome="failed") == 1
        assert await tools.value("footnote_questions_total", face="command", outcome="given up") == 1


async def test_work_on_the_articles_is_counted_by_how_it_ended(tools: Tools) -> None:
    scene = tools.scene
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    await reply.wait_edit("Published as")
    assert await tools.value("footnote_jobs_total", kind="reindex", outcome="done") == 1
    assert await tools.value("footnote_job_seconds_count", kind="reindex") == 1


async def test_no_label_holds_words_of_anybody_or_an_id(tools: Tools) -> None:
    scene = tools.scene
    answer = await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    await (await scene.ann.click(answer, "Passages")).wait_done()
    await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    _, text = await tools.ask("/metrics")
    labels = [value for found in re.findall(r"\{(.*?)\} ", text) for value in re.findall(r'"(.*?)"', found)]
    assert "passages" in labels  # the button, by what its id begins with
    assert [label for label in labels if "secret" in label or re.search(r"\d{6}", label)] == []
    for word in ("Ann", "Harbour", scene.server.token, str(scene.channel.id)):
        assert word not in text


async def test_requests_to_discord_and_the_shards_connections_are_counted(tools: Tools) -> None:
    await tools.wait_until_ready()
    requests = "footnote_discord_requests_total"
    assert await tools.value(requests, method="PUT", resource="applications/commands", status="200") == 1
    assert await tools.value("footnote_gateway_events_total", shard="0", event="ready") == 1
    assert await tools.value("footnote_gateway_shard_up", shard="0") == 1


async def test_a_port_that_is_taken_costs_the_metrics_and_nothing_else(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        quiet_scene.more_settings = {"http_port": port}
        async with quiet_scene.bot_running():
            reply = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
            assert "41 metres" in (await reply.wait_done()).text
    told = [record.getMessage() for record in caplog.records if f"HTTP_PORT {port}" in record.getMessage()]
    assert len(told) == 1
    assert "goes on without health checks and metrics" in told[0]


async def test_what_discord_limits_refuses_and_cuts_off_is_counted(tools: Tools) -> None:
    scene = tools.scene
    edit = r"/webhooks/\d+/[^/]+/messages/@original"
    scene.server.disruptions.rate_limit("PATCH", edit, scope="shared")
    scene.server.disruptions.cut("PATCH", edit)
    await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    assert await tools.value("footnote_discord_rate_limits_total", scope="shared") == 1
    edits = {"method": "PATCH", "resource": "webhooks/messages"}
    for status in ("0", "200", "429"):
        await tools.wait_for(1, "footnote_discord_requests_total", **edits, status=status)


async def test_a_connection_that_is_lost_and_taken_up_again_is_counted(tools: Tools) -> None:
    await tools.wait_until_ready()
    server = tools.scene.server
    await server.gateway_faults.drop()
    name = "footnote_gateway_events_total"
    await tools.wait_for(1, name, shard="0", event="resumed")
    assert await tools.value(name, shard="0", event="disconnect") == 1
    assert await tools.value("footnote_gateway_shard_up", shard="0") == 1


async def test_a_limit_that_is_met_is_counted(tools: Tools) -> None:
    scene = tools.scene
    for _ in range(11):
        reply = await scene.ben.slash(scene.channel, "ask", question=QUESTION)
        await scene.server.wait_for(lambda: not reply.message.loading, "an answer")  # noqa: B023
    assert await tools.value("footnote_limits_met_total", whose="person", of="questions") == 1
    assert await tools.value("footnote_questions_total", face="command", outcome="answered") == 10


async def test_errors_that_people_are_told_of_are_counted_by_kind(tools: Tools) -> None:
    scene = tools.scene
    for error in (SearchUnavailable("away"), ZeroDivisionError("inside")):
        scene.answering.error = error
        await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_followup()
    assert await tools.value("footnote_errors_total", kind="SearchUnavailable") == 1
    assert await tools.value("footnote_errors_total", kind="unexpected") == 1
    assert await tools.value("footnote_log_records_total", level="error") == 1


async def test_a_direct_message_is_a_face_of_its_own(tools: Tools) -> None:
    scene = tools.scene
    await scene.ann.say(scene.ann.dm, QUESTION)
    assert await tools.value("footnote_questions_total", face="direct", outcome="answered") == 1


async def test_menus_and_modals_are_faces_too_and_what_a_refusal_tries_is_no_question(tools: Tools) -> None:
    scene = tools.scene
    answer = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    opened = await scene.ann.click(answer, "Follow up")
    await (await scene.ann.submit(opened, {"Your next question": QUESTION})).wait_done()
    picked = await scene.ben.post(scene.channel, "Who won the race?")
    await (await scene.ann.menu(picked, "Ask the articles about this")).wait_done()
    assert await tools.value("footnote_questions_total", face="button", outcome="answered") == 1
    assert await tools.value("footnote_questions_total", face="menu", outcome="refused") == 1
    assert await tools.value("footnote_questions_total", face="other", outcome="refused") in (None, 0)
