"""First stage of a build: files in the articles folder → articles as they stand there.

`folder` walks, `registry` knows which reader is for which kind of file, and each kind has a file of
its own. A further kind is one more file beside `plain_text` and one more line in the registry.
"""

from index.reading.folder import Found, is_undecodable, read_file, read_folder, read_folder_by, source_of
from index.reading.sandboxed import FileSandbox

__all__ = [
    "FileSandbox",
    "Found",
    "is_undecodable",
    "read_file",
    "read_folder",
    "read_folder_by",
    "source_of",
]
