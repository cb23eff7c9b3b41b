"""Builds: what changed goes in, what is gone is gone, and what is published is never half of anything."""

from pathlib import Path

import pytest

from index.building.build import build
from index.errors import ModelMismatch, SettingsError
from index.generation.generation import Generation, generation_names
from index.generation.overview import published_article
from index.generation.publication import published, read_manifest
from index.passage import SearchRequest
from index.report import BuildProgress, BuildReport, Stage
from index.searching.retrieve import Retriever
from index.settings import IndexSettings
from tests.index.conftest import FERRY, MARKET, Newsroom

ON_EVERY_STORE = True


def run(newsroom: Newsroom, *, dry_run: bool = False) -> BuildReport:
    return build(newsroom.settings, by="a test", dry_run=dry_run)


def found(newsroom: Newsroom, question: str) -> list[str]:
    """The ids of the articles that a search in the published index brings, best first."""
    from index.embedding.embedder import create_embedder

    generation = Generation.open(newsroom.settings, published(newsroom.data)[1])
    try:
        result = Retriever(generation, create_embedder(newsroom.settings)).search(SearchRequest(question))
    finally:
        generation.close()
    return [passage.article.id for passage in result.passages]


def test_a_first_build_indexes_every_article_and_reports_it(newsroom: Newsroom) -> None:
    report = run(newsroom)
    assert sorted(change.id for change in report.added) == ["ferry.md", "lighthouse.md"]
    assert report.generation == published(newsroom.data)[0].generation
    assert report.embedded == report.chunks > 0
    assert found(newsroom, "How tall is the lighthouse?")[0] == "lighthouse.md"


def test_a_build_that_changes_nothing_embeds_and_publishes_nothing(newsroom: Newsroom) -> None:
    run(newsroom)
    before = (newsroom.data / "manifest.json").read_bytes(), generation_names(newsroom.data)
    report = run(newsroom)
    assert report.generation is None
    assert (report.embedded, report.changes, report.unchanged) == (0, 0, 2)
    assert ((newsroom.data / "manifest.json").read_bytes(), generation_names(newsroom.data)) == before


def test_a_new_article_is_found_and_only_it_is_embedded(newsroom: Newsroom) -> None:
    before = run(newsroom)
    newsroom.write("market.md", MARKET)
    report = run(newsroom)
    assert [change.id for change in report.added] == ["market.md"]
    assert report.reused == before.chunks
    assert found(newsroom, "How many stalls get a place in the customs hall?")[0] == "market.md"


def test_a_changed_articles_old_text_is_gone(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.write("ferry.md", FERRY.replace("140 passengers", "250 passengers"))
    assert [change.id for change in run(newsroom).changed] == ["ferry.md"]
    _, info = published(newsroom.data)
    generation = Generation.open(newsroom.settings, info)
    texts = [text for _, _, _, text in generation.catalog.all_chunk_texts()]
    generation.close()
    assert any("250 passengers" in text for text in texts)
    assert not any("140 passengers" in text for text in texts)


def test_a_removed_article_is_gone_from_searches(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.remove("ferry.md")
    assert [change.id for change in run(newsroom).removed] == ["ferry.md"]
    assert "ferry.md" not in found(newsroom, "Does the night ferry sail?")


def test_when_every_article_is_removed_the_index_is_empty_and_answers_so(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.remove("ferry.md")
    newsroom.remove("lighthouse.md")
    run(newsroom)
    assert found(newsroom, "Does the night ferry sail?") == []


def test_a_new_title_is_searched_and_a_new_date_embeds_nothing(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.write("ferry.md", FERRY.replace("2026-03-11", "2026-03-12"))
    report = run(newsroom)
    assert [change.id for change in report.changed] == ["ferry.md"]
    assert report.embedded == 0


def test_a_dry_run_says_what_would_change_and_writes_nothing(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.write("market.md", MARKET)
    newsroom.remove("ferry.md")
    before = sorted(path.name for path in newsroom.data.rglob("*"))
    report = run(newsroom, dry_run=True)
    assert [change.id for change in report.added] == ["market.md"]
    assert [(change.id, change.title) for change in report.removed] == [
        ("ferry.md", "Night ferry to Skagen is cancelled")
    ]
    assert sorted(path.name for path in newsroom.data.rglob("*")) == before


def test_a_dry_run_needs_no_data_folder(newsroom: Newsroom) -> None:
    assert len(run(newsroom, dry_run=True).added) == 2
    assert not newsroom.data.exists()


def test_the_same_text_twice_is_indexed_once_and_listed_as_a_copy(newsroom: Newsroom) -> None:
    newsroom.write(
        "agency.md", FERRY.replace("Coast Weekly", "Wire Agency").replace("2026-03-11", "2026-03-10")
    )
    report = run(newsroom)
    assert [(copy.id, copy.copy_of) for copy in report.copies] == [("ferry.md", "agency.md")]
    assert "ferry.md" not in found(newsroom, "Does the night ferry sail?")
    newsroom.remove("agency.md")
    run(newsroom)
    assert found(newsroom, "Does the night ferry sail?")[0] == "ferry.md"


def test_a_copy_of_which_only_the_title_changed_is_published_with_its_new_one(newsroom: Newsroom) -> None:
    """Answers name the copies of what they cite."""
    newsroom.write("late.md", FERRY.replace("2026-03-11", "2026-03-12"))
    run(newsroom)
    newsroom.write("late.md", FERRY.replace("2026-03-11", "2026-03-12").replace("title: ", "title: Again, "))
    assert run(newsroom).generation is not None
    copy = published_article(newsroom.settings, "late.md")
    assert copy is not None
    assert copy.title.startswith("Again, ")
    assert run(newsroom).generation is None


def test_progress_goes_through_the_stages_in_order_and_ends_full(newsroom: Newsroom) -> None:
    seen: list[BuildProgress] = []
    build(newsroom.settings, by="a test", on_progress=seen.append)
    stages = list(dict.fromkeys(progress.stage for progress in seen))
    others = (Stage.WAITING, Stage.FETCHING)  # nobody else builds, and files are not fetched
    assert stages == [stage for stage in Stage if stage not in others]
    assert all(0 <= progress.done <= progress.total for progress in seen)
    embedding = [progress for progress in seen if progress.stage is Stage.EMBEDDING]
    assert embedding[-1].done == embedding[-1].total > 0


def test_many_changes_do_not_let_old_generations_pile_up(newsroom: Newsroom) -> None:
    for n in range(6):
        newsroom.write("ferry.md", FERRY.replace("140", str(140 + n)))
        run(newsroom)
    manifest = read_manifest(newsroom.data)
    assert manifest
    assert len(manifest.publications) == newsroom.settings.keep_generations
    assert generation_names(newsroom.data) == sorted(p.generation for p in manifest.publications)


def test_vectors_are_written_anew_when_much_of_them_was_deleted(newsroom: Newsroom) -> None:
    newsroom.write("market.md", MARKET)
    run(newsroom)
    churns = []
    for n in range(4):
        newsroom.write("ferry.md", FERRY.replace("140", str(140 + n * 7)))
        run(newsroom)
        churns.append(published(newsroom.data)[1].churn)
    assert 0 in churns


def test_an_index_built_with_another_model_is_refused_and_built_anew(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    run(newsroom)
    _, info = published(newsroom.data)

    class Other:
        fingerprint = "another model"

    generation = Generation.open(newsroom.settings, info)
    with pytest.raises(ModelMismatch, match=r"another model.*python -m index build"):
        Retriever(generation, Other())  # type: ignore[arg-type]  # only its fingerprint is looked at
    generation.close()


def test_a_missing_articles_folder_is_named(tmp_path: Path) -> None:
    settings = IndexSettings(articles_dir=tmp_path / "nowhere", data_dir=tmp_path / "data")
    with pytest.raises(SettingsError, match="ARTICLES_DIR"):
        build(settings, by="a test")


def test_one_bad_file_is_reported_and_the_rest_is_indexed(newsroom: Newsroom) -> None:
    (newsroom.articles / "photo.txt").write_bytes(b"\x89PNG\r\n\x00\x00\x00")
    (newsroom.articles / "empty.txt").write_bytes(b"")
    report = run(newsroom)
    assert sorted(problem.source for problem in report.problems) == ["empty.txt", "photo.txt"]
    assert len(report.added) == 2
