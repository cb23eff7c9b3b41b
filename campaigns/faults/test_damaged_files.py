"""Files of an index damaged by chance, and a worker that dies of one: what answers was written so, or nothing
does; the doctor names the file, and the next build leaves all well.

`python -m campaigns.faults.damaged_files` tries twenty of each."""

import json
from pathlib import Path

import pytest

from campaigns.faults.damaged_files import run
from campaigns.faults.damaged_index import DamagedIndex
from index.generation.generation import INFO_FILE, generation_folder
from index.generation.publication import published
from index.passage import SearchRequest
from index.searching.search_client import SearchClient

pytestmark = pytest.mark.timeout(600)  # seconds of work, on a machine that may have much else to do


def test_a_damage_of_each_kind_to_each_file(tmp_path: Path) -> None:
    table = run(tmp_path, 1, 7)
    assert table.complaints == []
    assert len(table.counts) > 30


async def test_a_worker_that_dies_of_what_it_opens_is_followed_by_one_that_opens_the_generation_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    index = DamagedIndex(tmp_path)
    before = published(index.data)[1]
    folder = generation_folder(index.data, before.id)
    # An older version's: it has no checksums, so that what is damaged is found by opening it.
    said = json.loads((folder / INFO_FILE).read_bytes())
    (folder / INFO_FILE).write_text(json.dumps({k: v for k, v in said.items() if "checksum" not in k}))
    (header,) = folder.glob("chroma/*/header.bin")
    header.write_bytes(header.read_bytes()[:10])
    async with SearchClient.start(index.settings) as client:
        found = await client.search(SearchRequest("How tall is the lighthouse?"))
    assert found.generation != before.id
    assert "41 metres" in found.passages[0].text
    assert f"Generation {before.id} ends the process that searches it" in caplog.text
