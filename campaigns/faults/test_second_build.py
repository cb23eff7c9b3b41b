"""A second build while one runs waits its turn and says for whom; a rollback, and --no-wait, is refused."""

import re

from campaigns.faults.builds import BuildProcess
from index.generation.publication import published
from tests.conversation.town import Town

ENTRIES = 40
REFUSED = r"A build is running already, started by {by} at \d\d:\d\d:\d\d UTC \(process {pid}\)\."


def test_from_the_command_line(town: Town) -> None:
    town.write_chronicle(ENTRIES)
    first = BuildProcess(town, by="Nora")
    assert first.wait_for("embedding"), first.said
    first.pause()
    refusals = town.run("index", "build", "--no-wait"), town.run("index", "rollback")
    second = BuildProcess(town, by="Olaf")
    assert second.wait_for("waiting"), second.said
    first.go_on()
    for refused in refusals:
        assert refused.returncode == 1
        assert re.fullmatch(
            REFUSED.format(by="Nora", pid=first.pid) + r" Try again when it is done\.\n", refused.stderr
        )
    assert first.finish() == 0, first.said
    assert second.finish() == 0, second.said
    assert published(town.data)[0].by == "Nora"  # nothing was left to publish


def test_one_that_waits_ends_when_it_is_interrupted(town: Town) -> None:
    town.write_chronicle(ENTRIES)
    first = BuildProcess(town, by="Nora")
    assert first.wait_for("embedding"), first.said
    first.pause()
    second = BuildProcess(town, by="Olaf")
    assert second.wait_for("waiting"), second.said
    second.interrupt()
    assert second.finish() == 130, second.said
    first.go_on()
    assert first.finish() == 0, first.said
