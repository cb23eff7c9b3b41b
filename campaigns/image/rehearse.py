"""Where `python -m campaigns.image.rehearse` enters: builds the image's files without an engine, and runs
them.

It needs root, Linux, debootstrap, the package index, and some 3 GB below the folder that is named. What is
not the real thing: the base image is Debian's minimum with this Python, and networks and limits are those of
this machine.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from campaigns.image.building import Builder, make_base, size_mb
from campaigns.image.container import Container
from tests.conversation import town as news
from tests.conversation.town import Town
from tests.deploy.dockerfile import Stage, stages
from tests.deploy.test_compose import CHROMA
from tests.discord_server import Channel, DiscordServer, Human
from tests.index.chroma_server import free_port

START_S = 120.0
STOP_S = 20.0  # as stop_grace_period in the compose files
FORBIDDEN = ("pip", "pip3", "gcc", "cc", "make", "curl", "wget", "git")


def main() -> int:
    """Exit status 0 where every step and check went well; otherwise the failure is raised."""
    options = argparse.ArgumentParser(prog="python -m campaigns.image.rehearse", description=__doc__)
    options.add_argument(
        "folder", type=Path, help="what is built goes here; the base is kept for the next time"
    )
    folder: Path = options.parse_args().folder.absolute()
    packages, image = stages()
    base = folder / f"base-{image.base.rsplit('-', 1)[-1]}"
    if not base.exists():
        say(f"a base like {image.base}")
        base.parent.mkdir(parents=True, exist_ok=True)
        make_base(base)
    build = folder / time.strftime("build-%Y%m%d-%H%M%S")
    build.mkdir()
    builder = Builder(base, build)
    for stage in (packages, image):
        say(f"the stage {stage.name or 'of the image'}")
        began = time.monotonic()
        root = builder.build(stage)
        say(f"took {time.monotonic() - began:.0f} s")
    look_into(root, base)
    town = Town.found(build / "town")
    asyncio.run(run(root, image, town, build))
    say("all went well")
    return 0


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def look_into(root: Path, base: Path) -> None:
    """What is in the image, what is not, and how large it is."""
    program_folders = ("usr/local/bin", "usr/bin", "bin", "opt/footnote/bin")
    there = [name for name in FORBIDDEN for folder in program_folders if (root / folder / name).exists()]
    assert there == [], there
    private = [path for name in (".env*", ".git", "*.sqlite3") for path in (root / "app").rglob(name)]
    assert private == [], private
    packages, ours, below = (size_mb(part) for part in (root / "opt/footnote", root / "app", base))
    say(f"packages {packages:.0f} MB, bot and index {ours:.0f} MB, on a base of {below:.0f} MB")


async def run(root: Path, image: Stage, town: Town, folder: Path) -> None:
    """The bot by itself, and then beside a Chroma server; with each somebody asks."""
    user, group = (int(part) for part in image.last("USER").value.split(":"))
    for part in (town.articles, folder / "data", folder / "data-beside", folder / "vectors"):
        part.mkdir(exist_ok=True)
        os.chown(part, user, group)
    async with DiscordServer() as server:
        place = server.add_guild("Brackwater")
        channel, ann = place.add_text_channel("news"), place.add_member("Ann")
        settings = {
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.api_url,
            "HTTP_PORT": str(free_port()),
        }
        folders = {folder / "data": "/data", town.articles: "/articles"}
        with Container(root, image, folders, settings, folder / "bot.log") as bot:
            say("the bot alone")
            await converse(server, channel, ann, bot)
            confined(bot)
            finish(bot)
        port = free_port()
        command = [str(word) for word in CHROMA["command"]]
        command[command.index("--host") + 1], command[command.index("--port") + 1] = "127.0.0.1", str(port)
        with Container(root, image, {folder / "vectors": "/data"}, {}, folder / "chroma.log") as chroma:
            say("the bot beside a Chroma server")
            chroma.start(command)
            check = [str(word).replace(":8000", f":{port}") for word in CHROMA["healthcheck"]["test"][1:]]
            await until(lambda: chroma.ask(check).returncode == 0, "the server's health check")
            settings["CHROMA_URL"] = f"http://127.0.0.1:{port}"
            folders = {folder / "data-beside": "/data", town.articles: "/articles"}
            with Container(root, image, folders, settings, folder / "bot-beside.log") as bot:
                await converse(server, channel, ann, bot)
                assert await asyncio.to_thread(collections, port), "nothing is on the server"
                finish(bot)
            confined(chroma)


def collections(port: int) -> list[object]:
    """What a Chroma server holds."""
    tenant = f"http://127.0.0.1:{port}/api/v2/tenants/default_tenant"
    found: list[object] = httpx.get(f"{tenant}/databases/default_database/collections").json()
    return found


async def converse(server: DiscordServer, channel: Channel, ann: Human, bot: Container) -> None:
    """Start the bot, wait until it is well, and ask."""
    began, sessions = time.monotonic(), server.gateway.identify_count
    bot.start()

    def connected() -> bool:
        assert bot.running, bot.log.read_text(encoding="utf-8")
        return server.gateway.identify_count > sessions and server.gateway.connected and server.commands.any

    await server.wait_for(connected, "the bot connects", START_S)
    say(f"  connected after {time.monotonic() - began:.1f} s, the first index included")
    await until(lambda: bot.ask(bot.health_check).returncode == 0, "the health check")
    answer = await (await ann.slash(channel, "ask", question=news.TRAM_QUESTION)).wait_done()
    assert news.TRAM_ANSWER in answer.text.replace("*", ""), answer.text
    say(f"  {news.TRAM_QUESTION} {answer.text.splitlines()[1]}; {bot.memory_mb():.0f} MB")


def confined(container: Container) -> None:
    """It can write where it should and nowhere else, and has no rights to give itself more."""
    assert container.ask(["touch", "/data/probe", "/tmp/probe"]).returncode == 0
    for place in ("/", "/app", "/opt/footnote", "/usr/local/lib", "/etc", "/var/tmp"):
        denied = container.ask(["touch", f"{place}/probe"])
        assert "Read-only file system" in denied.stderr, (place, denied.stderr)
    assert container.status_of("Uid").split() == [container.ask(["id", "-u"]).stdout.strip()] * 4
    assert container.status_of("NoNewPrivs") == "1"
    assert {container.status_of(f"Cap{kind}") for kind in ("Inh", "Prm", "Eff", "Bnd")} == {"0" * 16}
    say("  writes to /data and /tmp only; no capability, and none to be had")


def finish(bot: Container) -> None:
    """SIGTERM reaches Python as process 1, which says goodbye in time."""
    status, seconds = bot.stop(STOP_S)
    assert status == 0, bot.log.read_text(encoding="utf-8")
    say(f"  SIGTERM: ended with status 0 after {seconds:.1f} s")


async def until(condition: Callable[[], bool], what: str) -> None:
    """Return once it holds."""
    deadline = time.monotonic() + START_S
    while not await asyncio.to_thread(condition):
        assert time.monotonic() < deadline, f"not within {START_S:.0f} s: {what}"
        await asyncio.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())
