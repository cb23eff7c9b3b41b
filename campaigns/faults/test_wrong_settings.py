"""Settings that are missing, wrong or misspelt: one line that names the variable, before anything starts."""

import pytest

from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.discord_server import DiscordServer, Kind

WRONG_TOKEN = "a-token-of-somebody-else"


def test_no_token(bare_town: Town) -> None:
    ended = bare_town.run("bot", "run")
    assert ended.returncode == 2
    assert ended.stderr.startswith("DISCORD_TOKEN is not set. ")
    assert ended.stderr.count("\n") == 1
    assert not bare_town.data.exists()


async def test_a_wrong_token(town: Town) -> None:
    async with DiscordServer() as server:
        async with bot_on(server, town, connected=False, DISCORD_TOKEN=WRONG_TOKEN) as bot:
            assert await bot.wait() == 2
        assert bot.log[-1].startswith("Discord refused DISCORD_TOKEN. ")
        assert "Traceback" not in bot.words()
        assert WRONG_TOKEN not in bot.words()
        assert {violation.kind for violation in server.take_violations()} == {Kind.UNAUTHORIZED}


@pytest.mark.parametrize("command", [("bot", "run"), ("bot", "ask", "How long is it?"), ("index", "build")])
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATA_DRI", "somewhere", "DATA_DRI is not a setting. Did you mean DATA_DIR?"),
        ("KEEP_GENERATIONS", "a few", "KEEP_GENERATIONS must be a whole number from 1 to 50."),
    ],
)
def test_a_setting_misspelt_or_malformed(
    bare_town: Town, command: tuple[str, ...], name: str, value: str, said: str
) -> None:
    """In the environment for `index`, in .env for `bot`."""
    module, *arguments = command
    if module == "bot":
        (bare_town.folder / ".env").write_text(f"{name}={value}\n")
        ended = bare_town.run(module, *arguments, DISCORD_TOKEN="t")
    else:
        ended = bare_town.run(module, *arguments, **{name: value})
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith(said)
    assert ended.stderr.count("\n") == 1
    assert not bare_town.data.exists()


def test_a_misspelt_bot_setting_in_the_environment(bare_town: Town) -> None:
    ended = bare_town.run("bot", "run", DISCORD_TOKN="t")
    assert ended.returncode == 2
    assert ended.stderr == "DISCORD_TOKN is not a setting. Did you mean DISCORD_TOKEN?\n"
