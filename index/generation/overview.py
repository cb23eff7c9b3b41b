"""Beside the search: what is published, read straight from its generation, without a search worker."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from index.article import ArticleInfo
from index.errors import IndexDamaged, IndexUnavailable
from index.generation.catalog import Catalog
from index.generation.generation import GenerationInfo, generation_folder
from index.generation.publication import Publication, published, read_manifest
from index.report import IndexStatus
from index.settings import IndexSettings

log = logging.getLogger(__name__)


def published_status(settings: IndexSettings) -> IndexStatus | None:
    """What is published, None where nothing ever was. Raises IndexUnavailable where it is all damaged."""
    if read_manifest(settings.data_dir) is None:
        return None
    with published_catalog(settings) as (publication, info, catalog):
        return status_of(publication, info, catalog)


@contextmanager
def published_catalog(settings: IndexSettings) -> Iterator[tuple[Publication, GenerationInfo, Catalog]]:
    """The catalog of what is published, or, where its file is damaged, of the generation before. Raises
    IndexUnavailable where there is none."""
    damaged: set[str] = set()
    while True:
        publication, info = published(settings.data_dir, without=frozenset(damaged))
        try:
            catalog = Catalog.open(generation_folder(settings.data_dir, info.id))
        except IndexDamaged as error:
            log.error("%s", error.message)
            damaged.add(info.id)
            continue
        with catalog:
            yield publication, info, catalog
        return


def status_of(publication: Publication, info: GenerationInfo, catalog: Catalog) -> IndexStatus:
    """The status of a generation whose catalog is open."""
    return IndexStatus(
        generation=info.id,
        published_at=publication.at,
        published_by=publication.by,
        articles=info.articles,
        chunks=info.chunks,
        newest_article=catalog.newest(),
        embedding_model=info.fingerprint,
        size_bytes=info.size_bytes,
        publishers=catalog.publishers(),
        problems=info.report.problems,
    )


def published_article(settings: IndexSettings, article_id: str) -> ArticleInfo | None:
    """The published article, or copy of one, with this id; None where there is none."""
    try:
        with published_catalog(settings) as (_, _, catalog):
            found = catalog.articles([article_id])
            if found:
                return found[0].info
            return next((copy for copy, _ in catalog.all_copies() if copy.id == article_id), None)
    except IndexUnavailable:
        return None
