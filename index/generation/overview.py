"""Beside the search: what is published, read straight from its generation, without a search worker."""

from contextlib import closing

from index.article import ArticleInfo
from index.errors import IndexUnavailable
from index.generation.catalog import Catalog
from index.generation.generation import GenerationInfo, generation_folder
from index.generation.publication import Publication, published, read_manifest
from index.report import IndexStatus
from index.settings import IndexSettings


def published_status(settings: IndexSettings) -> IndexStatus | None:
    """What is published, None where nothing ever was. Raises IndexUnavailable where it is all damaged."""
    if read_manifest(settings.data_dir) is None:
        return None
    publication, info = published(settings.data_dir)
    with closing(Catalog.open(generation_folder(settings.data_dir, info.id))) as catalog:
        return status_of(publication, info, catalog)


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
        _, info = published(settings.data_dir)
    except IndexUnavailable:
        return None
    with closing(Catalog.open(generation_folder(settings.data_dir, info.id))) as catalog:
        found = catalog.articles([article_id])
        if found:
            return found[0].info
        return next((copy for copy, _ in catalog.all_copies() if copy.id == article_id), None)
