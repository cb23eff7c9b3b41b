"""`python -m bot doctor`, the real command, on a good set-up and on broken ones."""

import asyncio
import json
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.discord.connection.permissions import EMBED, SEND, VIEW, invite_link
from bot.storage.database import FILE_NAME
from bot.storage.servers import ServerSettings
from bot.storage.state import State
from index.building.build import build
from tests.bot.answering.llm.stub_server import KEY, MODEL, Reply, StubServer
from tests.conversation.town import Town
from tests.discord_server import DiscordServer, GatewayOptions
from tests.discord_server import permissions as bits
from tests.discord_server.violations import Kind

# One process of the test run builds the index that these share.
pytestmark = pytest.mark.xdist_group("doctor")
# Nothing listens there: the port is reserved, and no service has it.
NOBODY = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = Town.found(tmp_path_factory.mktemp("doctor"))
    build(town.settings, by="before the doctor")
    return town


@pytest.fixture
def town(indexed: Town, tmp_path: Path) -> Town:
    town = indexed.copy_to(tmp_path / "town")
    town.data.chmod(0o700)
    return town


@dataclass
class Practice:
    """A bot's set-up on the loopback Discord, as good as can be until a test breaks it."""

    server: DiscordServer
    town: Town

    async def examine(self, *options: str, **settings: str) -> subprocess.CompletedProcess[str]:
        known = {"DISCORD_TOKEN": self.server.token, "DISCORD_API_URL": self.server.api_url}
        return await asyncio.to_thread(self.town.run, "bot", "doctor", *options, **(known | settings))


@pytest.fixture
async def practice(town: Town) -> AsyncIterator[Practice]:
    async with DiscordServer() as server:
        server.add_guild("Harbour")
        yield Practice(server, town)


@pytest.fixture
async def new_practice(tmp_path: Path) -> AsyncIterator[Practice]:
    """The same with nothing indexed yet, which is sooner looked at."""
    async with DiscordServer() as server:
        server.add_guild("Harbour")
        town = Town.found(tmp_path / "town")
        town.data.mkdir(mode=0o700, exist_ok=True)
        yield Practice(server, town)


def lines(done: subprocess.CompletedProcess[str], level: str) -> list[str]:
    """What was found of this level: about what, and the words."""
    return [line[len(level) :].strip() for line in done.stdout.splitlines() if line.startswith(f"{level} ")]


def said(done: subprocess.CompletedProcess[str], level: str, about: str) -> str:
    """The one such line."""
    (line,) = [line for line in lines(done, level) if line.startswith(f"{about} ")]
    return line.removeprefix(about).strip()


async def test_a_good_set_up_is_healthy_and_shows_the_invite_link(practice: Practice) -> None:
    async with StubServer([Reply(text='{"word": "yes"}')]) as model:
        quay = practice.server.add_guild("Quay")
        done = await practice.examine(
            ADMIN_SERVERS=quay.id,
            AUDIT_CHANNEL=quay.add_text_channel("audit").id,
            LLM_MODEL=MODEL,
            LLM_BASE_URL=model.url,
            LLM_API_KEY=KEY,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert lines(done, "broken") == lines(done, "warning") == []
    assert said(done, "ok", "token") == f"It is that of Footnote ({practice.server.world.bot.id})."
    assert said(done, "ok", "servers") == "It has what it needs in each of them: 2."
    assert said(done, "ok", "admins").startswith("The admins of 1 server look after the articles")
    assert said(done, "ok", "audit channel") == "It can write to #audit."
    assert said(done, "ok", "language model") == f"{MODEL} answers."
    assert said(done, "ok", "gateway").startswith("1000 of 1000 connections are left")
    assert said(done, "ok", "index").startswith("3 articles in ")
    assert invite_link(practice.server.world.application_id) in done.stdout
    assert done.stdout.endswith("Healthy: 12 as it should be, 0 worth a look.\n")
    assert practice.server.token not in done.stdout + done.stderr


async def test_without_a_token_the_rest_is_looked_at_and_it_says_what_is_needed(practice: Practice) -> None:
    done = await practice.examine(DISCORD_TOKEN="")
    assert done.returncode == 2
    assert said(done, "broken", "token").startswith("DISCORD_TOKEN is not set")
    assert "reset its token under Bot, and put it into .env" in done.stdout
    assert said(done, "ok", "index").startswith("3 articles in ")


async def test_a_token_that_discord_does_not_know(new_practice: Practice) -> None:
    done = await new_practice.examine(DISCORD_TOKEN="a-token-of-somebody-else")
    assert done.returncode == 2
    assert said(done, "broken", "token") == "Discord does not know DISCORD_TOKEN."
    assert "somebody-else" not in done.stdout + done.stderr
    assert {each.kind for each in new_practice.server.take_violations()} == {Kind.UNAUTHORIZED}


async def test_missing_permissions_are_named_with_their_servers_and_reasons(
    new_practice: Practice,
) -> None:
    server = new_practice.server
    bot, quay = server.world.bot.id, server.add_guild("Quay")
    quay.data.members[bot].permissions = bits.MEMBER & ~EMBED.bit & ~SEND.bit
    no_threads = bits.MEMBER & ~bits.CREATE_PUBLIC_THREADS  # which only matters to who chose threads
    pier, mole = server.add_guild("Pier"), server.add_guild("Mole")
    pier.data.members[bot].permissions = mole.data.members[bot].permissions = no_threads
    await _choose(new_practice.town, int(pier.id), ServerSettings(threads=True, every_question_in=(1,)))
    boss = server.add_guild("Boss")
    boss.data.members[bot].permissions = bits.ADMINISTRATOR
    audit = quay.add_text_channel("audit", bot_permissions=bits.MEMBER & ~VIEW.bit & ~EMBED.bit)
    hidden = quay.add_text_channel("minutes", bot_permissions=bits.MEMBER & ~EMBED.bit)
    await _choose(new_practice.town, int(quay.id), ServerSettings(audit_channel=int(hidden.id)))
    done = await new_practice.examine(AUDIT_CHANNEL=audit.id)
    assert done.returncode == 1
    lacking = [line for line in lines(done, "broken") if line.startswith("servers")]
    assert [line.split(" (")[0].split(maxsplit=1)[1] for line in lacking] == [
        "In Quay it lacks Send Messages, Embed Links",
        "In Pier it lacks Create Public Threads",
    ]
    assert done.stdout.count("or invite it again: ") == 1  # once for both
    assert "every question is answered are chosen in 1 server;" in said(done, "warning", "intents")
    assert "(to answer messages, and write to the audit channel; show answers" in lacking[0]
    assert f"The channel {audit.id} cannot be seen: Missing Access." in done.stdout
    assert "In #minutes it lacks Embed Links." in done.stdout
    assert "only the application's owner and team look after them" in said(done, "warning", "admins")
    assert done.stdout.endswith("Not healthy: 4 broken, 3 worth a look.\n")


async def test_an_application_that_is_set_up_wrongly_and_may_hardly_connect(tmp_path: Path) -> None:
    async with DiscordServer(options=GatewayOptions(shards=4, sessions_left=3)) as server:
        server.add_guild("Harbour")
        server.world.application |= {
            "flags": 1 << 19, "bot_require_code_grant": True, "integration_types_config": {"0": {}}
        }  # fmt: skip
        practice = Practice(server, Town.found(tmp_path / "town"))
        done = await practice.examine(SHARD_COUNT="2", SHARD_IDS="1")
    assert done.returncode == 1
    assert said(done, "warning", "intents").startswith("The privileged intent Message Content is on, and")
    assert said(done, "broken", "installing").startswith("Requires OAuth2 Code Grant is on")
    assert said(done, "broken", "gateway").startswith("3 of 1000 connections are left")
    assert said(done, "warning", "shards") == "This process runs 1 of 2; Discord recommends 4. Servers: 1."
    assert "set it to 4 or more in all processes" in done.stdout


async def test_an_intent_that_a_setting_needs_and_that_is_off(new_practice: Practice) -> None:
    done = await new_practice.examine(MESSAGE_CONTENT="yes")
    assert done.returncode == 1
    needed = "The settings need the privileged intent Message Content, which is off"
    assert said(done, "broken", "intents").startswith(needed)


async def test_a_discord_that_is_away_told_as_json(new_practice: Practice) -> None:
    done = await new_practice.examine("--json", DISCORD_API_URL=f"{NOBODY}/api/v10")
    found = json.loads(done.stdout)
    assert found["status"] == done.returncode == 1
    (away,) = [each for each in found["findings"] if each["level"] == "broken"]
    assert away["about"] == "Discord"
    assert away["says"].startswith(f"{NOBODY}/api/v10 cannot be reached: ")
    assert away["mend"]
    assert found["invite"] is None
    assert "Traceback" not in done.stderr


async def test_an_index_and_a_file_that_are_damaged(practice: Practice) -> None:
    (catalog,) = practice.town.data.glob("generations/*/catalog.sqlite")
    with closing(sqlite3.connect(catalog)) as db:
        db.execute("UPDATE articles SET text = 'something else'")
        db.commit()
    (practice.town.data / FILE_NAME).write_bytes(b"no database" * 100)
    done = await practice.examine()
    assert done.returncode == 1
    assert any("articles is not what was stored" in line for line in lines(done, "broken")), done.stdout
    assert said(done, "broken", "memory").startswith(f"{FILE_NAME} is damaged: ")
    assert "python -m index doctor --repair" in done.stdout


async def test_servers_behind_that_are_away_or_refuse(practice: Practice) -> None:
    async with StubServer([Reply()]) as model:
        done = await practice.examine(
            LLM_MODEL=MODEL, LLM_BASE_URL=model.url, LLM_API_KEY="sk-of-yesterday", CHROMA_URL=NOBODY
        )
    assert done.returncode == 1
    assert said(done, "broken", "language model").startswith(
        f"{MODEL} does not answer: it rejects the request"
    )
    assert "Check LLM_MODEL and LLM_API_KEY" in done.stdout
    assert NOBODY in said(done, "broken", "Chroma server")
    assert "sk-of-yesterday" not in done.stdout + done.stderr


async def test_a_data_folder_that_others_may_look_into(new_practice: Practice) -> None:
    new_practice.town.data.mkdir(mode=0o755, exist_ok=True)
    new_practice.town.data.chmod(0o755)
    done = await new_practice.examine()
    assert "Others than its owner may look into" in said(done, "warning", "disk")
    assert f"chmod -R go-rwx '{new_practice.town.data}'" in done.stdout


async def test_a_folder_that_cannot_be_written(new_practice: Practice) -> None:
    file = new_practice.town.folder / "a file"
    file.write_text("in the place of a folder")
    done = await new_practice.examine(DATA_DIR=str(file))
    assert done.returncode == 1
    assert lines(done, "broken")[0].startswith("disk")
    assert said(done, "warning", "index").startswith("Nothing is indexed yet")


def test_settings_that_are_wrong_are_one_line_with_status_2(town: Town) -> None:
    done = town.run("bot", "doctor", SHARD_IDS="0-3")
    assert done.returncode == 2
    assert done.stderr.startswith("SHARD_IDS needs SHARD_COUNT. ")
    assert done.stderr.count("\n") == 1


async def _choose(town: Town, guild_id: int, settings: ServerSettings) -> None:
    """What an admin of the server would choose in its panel."""
    state = State(town.data / FILE_NAME)
    await state.servers.change(guild_id, settings)
    await state.close()
