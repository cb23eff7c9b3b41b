"""Nothing phones home: a build and a search open no connection and ask for no name."""

import subprocess
import sys

from tests.index.conftest import Newsroom

SCRIPT = """
import sys
from pathlib import Path

asked = []
WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
sys.addaudithook(lambda event, arguments: asked.append((event, arguments[-1])) if event in WATCHED else None)

from index.building.build import build
from index.generation.generation import Generation
from index.passage import SearchRequest
from index.generation.publication import published
from index.settings import IndexSettings
from index.searching.calls import Calls
from index.embedding.embedder import create_embedder

settings = IndexSettings(articles_dir=Path(sys.argv[1]), data_dir=Path(sys.argv[2]))
build(settings, by="a test")
publication, info = published(settings.data_dir)
worker = Calls(settings, publication, Generation.open(settings, info), create_embedder(settings))
found = worker.search(SearchRequest("How tall is the tower?"))
print(len(found.passages), asked)
"""


def test_building_and_searching_connects_to_nothing(newsroom: Newsroom) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(newsroom.articles), str(newsroom.data)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split(maxsplit=1) == ["2", "[]\n"]
