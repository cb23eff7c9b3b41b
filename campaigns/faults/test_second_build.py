"""A second build while one runs: whoever asks for it is told who builds and since when."""

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
    second = town.run("index", "build")
    rollback = town.run("index", "rollback")
    first.go_on()
    for refused in (second, rollback):
        assert refused.returncode == 1
        assert re.fullmatch(
            REFUSED.format(by="Nora", pid=first.pid) + r" Try again when it is done\.\n", refused.stderr
        )
    assert first.finish() == 0, first.said
    assert published(town.data)[0].by == "Nora"
