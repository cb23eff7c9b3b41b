"""Last step before a moved index is published: it has to answer a search, as it will have to from then on."""

from index.embedding.embedder import create_embedder
from index.errors import ArchiveError
from index.generation.generation import Generation, GenerationInfo
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from index.settings import IndexSettings

_LONGEST_QUESTION = 200  # characters of its own text


def try_search(settings: IndexSettings, info: GenerationInfo) -> None:
    """Search for the words of one of its own chunks. Raises ArchiveError where nothing comes, or whatever the
    parts of the search raise."""
    generation = Generation.open(settings, info)
    try:
        numbers = generation.keywords.numbers[:1].tolist()
        if not numbers:
            return
        question = generation.catalog.chunks(numbers)[numbers[0]].text[:_LONGEST_QUESTION]
        found = Retriever(generation, create_embedder(settings)).search(SearchRequest(question))
    finally:
        generation.close()
    if not found.passages:
        raise ArchiveError("A search for words of its own brings nothing.")
