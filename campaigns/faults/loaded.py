"""What the processes of campaigns/faults/nursery.py have loaded before they begin: all that a build and a
search need, the model too. To import it costs some seconds; forking from there costs nothing."""

import chromadb.api.rust
import openvino

import index.building.build
import index.building.checking
import index.searching.retrieve
import index.searching.worker
from index.embedding.embedder import BundledEmbedder

__all__ = ["EMBEDDER", "chromadb", "index", "openvino"]
# One thread: the threads of a pool would not come along into a forked process.
EMBEDDER = BundledEmbedder(threads=1)
