"""Nobody on Discord is shown a path or an address of the machine, whatever fails and whoever looks."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import AnyHttpUrl

from bot.discord.toolkit.errors import embed_of, tell
from bot.messages import LOCALES, messages_for
from bot.redacting import TOLD, PathRedactor
from index import errors
from index.errors import BuildRunning, FootnoteError
from index.feeds.report import FeedsReport
from index.report import AddReport, BuildReport, IndexStatus, Problem, RefreshReport, RemoveReport
from tests.bot.discord.conftest import Scene
from tests.bot.discord.feeds.feed_stand_in import Feeds
from tests.bot.discord.stand_ins import Building, Index

T = TypeVar("T")
CHROMA = "http://chroma.internal:8000"
QUESTION = "How tall is the rebuilt lighthouse?"


@dataclass(frozen=True)
class Machine:
    """What must not be seen of it."""

    data_dir: Path

    @property
    def sentence(self) -> str:
        folder = self.data_dir
        return f"{folder}/generations/x cannot be read: '/opt/foot/note.py' of {CHROMA}/, see {folder}."

    def seen_in(self, text: str) -> list[str]:
        """What of it stands in the text all the same."""
        part = f"/{self.data_dir.parent.name}/"  # a step of the path, not a word that it may be named like
        secrets = [str(self.data_dir), part, "/opt/foot", "chroma.internal", "Traceback"]
        return [secret for secret in secrets if secret in text]


def kinds(base: type[FootnoteError] = FootnoteError) -> Iterator[type[FootnoteError]]:
    yield base
    for kind in base.__subclasses__():
        if kind.__module__ == errors.__name__:
            yield from kinds(kind)


def everything_said(scene: Scene) -> str:
    """Every state of every message, with what is attached."""
    messages = [one for channel in scene.server.world.channels.values() for one in channel.messages.values()]
    bodies = [edit.body for message in messages for edit in message.history]
    files = [one.data.decode() for message in messages for one in message.attachments]
    return "\n".join([json.dumps(bodies, ensure_ascii=False), *(m.text for m in messages), *files])


@pytest.fixture
def machine(quiet_scene: Scene) -> Machine:
    quiet_scene.more_settings = {"chroma_url": AnyHttpUrl(CHROMA)}
    return Machine(quiet_scene.data_dir)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", tuple(kinds()))
def test_every_kind_of_error_says_something_in_every_language_and_no_path(
    kind: type[FootnoteError], locale: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    machine = Machine(tmp_path)
    redactor = PathRedactor({tmp_path: "the data folder"}, {CHROMA: "(CHROMA_URL)"})
    error, messages = kind(machine.sentence, f"Look into {tmp_path}."), messages_for(locale)
    for known in (None, redactor):
        told = tell(error, messages, "/ask of user 1", known)
        shown = embed_of(told, messages).description or ""
        assert machine.seen_in(shown + told.title + told.summary) == []
        assert told.error_id in shown
        assert told.error_id in caplog.text
        assert len(shown) > 40
    if kind is not BuildRunning:
        assert machine.sentence in caplog.text


async def test_who_asks_is_told_what_it_means_and_the_log_has_the_whole_sentence(
    quiet_scene: Scene, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        for kind in kinds():
            scene.answering.error = kind(machine.sentence)
            asker = scene.guild.add_member(kind.__name__)  # nobody may ask that often
            message = await (await asker.slash(scene.channel, "ask", question=QUESTION)).wait_followup()
            found = re.search(r"`([0-9a-f]{8})`", message.text)
            assert found
            (record,) = [one for one in caplog.records if found[1] in one.getMessage()]
            assert kind is BuildRunning or machine.sentence in record.getMessage()
            assert record.error_id == found[1]  # type: ignore[attr-defined]
            assert record.error_kind == kind.__name__  # type: ignore[attr-defined]
        assert machine.seen_in(everything_said(scene)) == []


async def test_an_admin_is_told_all_but_the_path(quiet_scene: Scene, machine: Machine) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        scene.building.error = errors.BuildError(machine.sentence, "Do something.")
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        message = await reply.wait_edit("cannot be read")
        assert (
            "“generations/x” in the data folder cannot be read: '“note.py”' of (CHROMA\\_URL), "
            "see the data folder. Do something." in message.text
        )
        assert re.search("Error `[0-9a-f]{8}`", message.text)
        status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
        assert "see the data folder." in status.text
        assert machine.seen_in(everything_said(scene)) == []


async def test_an_unexpected_error_of_work_leaves_no_word_of_it_in_the_status(
    quiet_scene: Scene, machine: Machine
) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        scene.building.error = KeyError(machine.sentence)
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        await reply.wait_edit("Something went wrong that should not have.")
        status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
        assert "KeyError" in status.text
        assert machine.seen_in(everything_said(scene)) == []


def soiled(report: T, machine: Machine) -> T:
    """The report with such a path in each of its sentences, and in a problem more."""
    return _soiled(report, machine)  # type: ignore[no-any-return]


def _soiled(value: Any, machine: Machine) -> Any:
    if isinstance(value, tuple):
        return tuple(_soiled(one, machine) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, str) and field.name in TOLD - {"source"}:
            changed[field.name] = machine.sentence
        elif field.name == "problems":
            changed[field.name] = (Problem(str(machine.data_dir / "a.md"), machine.sentence),)
        else:
            changed[field.name] = _soiled(held, machine)
    return replace(value, **changed)


class SoiledFeeds(Feeds):
    machine: Machine

    async def every(self) -> tuple[Any, ...]:
        return soiled(await super().every(), self.machine)

    async def add(self, urls: Any, **options: Any) -> FeedsReport:
        return soiled(await super().add(urls, **options), self.machine)

    async def refresh(self, ids: Any = (), **options: Any) -> FeedsReport:
        return soiled(await super().refresh(ids, **options), self.machine)


class SoiledBuilding(Building):
    """A builder whose every report names paths."""

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self.machine = machine
        self.feeds = SoiledFeeds(super().build)
        self.feeds.machine = machine

    async def build(self, **options: Any) -> BuildReport:
        return soiled(await super().build(**options), self.machine)

    async def add(self, **options: Any) -> AddReport:
        return soiled(await super().add(**options), self.machine)

    async def refresh(self, **options: Any) -> RefreshReport:
        return soiled(await super().refresh(**options), self.machine)

    async def remove(self, ids: Any, **options: Any) -> RemoveReport:
        return soiled(await super().remove(ids, **options), self.machine)


class SoiledIndex(Index):
    machine: Machine

    async def status(self) -> IndexStatus:
        return soiled(await super().status(), self.machine)


@pytest.fixture
async def soiled_scene(quiet_scene: Scene, machine: Machine) -> Scene:
    quiet_scene.building = SoiledBuilding(machine)
    quiet_scene.index = SoiledIndex()
    quiet_scene.index.machine = machine
    audit = quiet_scene.guild.add_text_channel("audit")
    quiet_scene.more_settings["audit_channel"] = audit.id
    return quiet_scene


async def test_no_report_to_an_admin_holds_a_path(
    soiled_scene: Scene, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    scene, admin, channel = soiled_scene, soiled_scene.admin, soiled_scene.channel
    with caplog.at_level(logging.INFO):
        async with scene.bot_running():
            for command, until in {
                "check": "What a reindex",
                "reindex": "Published",
                "refresh": "asked",
            }.items():
                await (await admin.slash(channel, f"articles {command}")).wait_edit(until)
            await (await admin.slash(channel, "articles add", links="https://a.example/b")).wait_edit(
                "Not done"
            )
            reply = await admin.slash(channel, "articles remove", article="Lighthouse reopens")
            await admin.click(await reply.wait_edit("Remove this article?"), "Remove")
            await reply.wait_edit("Not done")
            await (await admin.slash(channel, "articles status")).wait_edit("cannot be read")
            await (await admin.slash(channel, "feeds list")).wait_edit("cannot be read")
            await (await admin.slash(channel, "feeds add", links="https://a.example/f")).wait_edit(
                "cannot be"
            )
            await (await admin.slash(channel, "feeds refresh")).wait_edit("cannot be read")
    said = everything_said(scene)
    assert said.count("cannot be read") > 10
    assert machine.seen_in(said) == []
