"""Used by the readers of DOCX and EPUB: an archive's members, and XML in them, without what either can do.

Nothing is ever unpacked to the disk: members are read into memory by their names, which are never paths.
"""

import errno
import struct
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lxml import etree

from index.errors import ArticleError

LARGEST_ARCHIVE_BYTES = 200_000_000
MOST_MEMBERS = 20_000  # a book with a picture on each page has some 2,000
# A novel has 6 MB of text; pictures are not read, but what holds more than this is no article.
MOST_UNPACKED_BYTES = 1_000_000_000
LARGEST_MEMBER_BYTES = 50_000_000
# XML of Word packs 10 to 30 times smaller, a table of equal rows 100 times; zeros pack 1,000 times.
HIGHEST_RATIO = 200
_RATIO_FROM_BYTES = 5_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office files before 2007, and of encrypted ones
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1  # of a member's flags


class Archive:
    """An open ZIP file, checked. A context manager."""

    def __init__(self, path: Path, kind: str) -> None:
        """`kind` is what the file should be, for what is said of it ("DOCX"). Raises ArticleError."""
        self._kind = kind
        _check_beginning(path, kind)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, UnicodeError):
            raise self.damaged() from None
        try:
            self._check()
        except ArticleError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def names(self) -> list[str]:
        """The members' names, as the archive has them."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes | None:
        """A member's bytes; None where no member has this name. Raises ArticleError for a damaged one."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.file_size > LARGEST_MEMBER_BYTES:
            raise ArticleError(
                f"holds a part of {info.file_size / 1e6:,.0f} MB; at most"
                f" {LARGEST_MEMBER_BYTES / 1e6:.0f} MB are read.",
                "Split it.",
            )
        if info.flag_bits & _ENCRYPTED:
            raise ArticleError("is protected with a password.", "Save it without one.")
        try:
            with self._zip.open(info) as file:
                # What the archive says of a member's size may be wrong; this many bytes are read and no more.
                data = file.read(LARGEST_MEMBER_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            struct.error,
        ):
            raise self.damaged() from None
        except OSError as error:
            if error.errno == errno.EINVAL:  # a place in the file that there is not
                raise self.damaged() from None
            raise
        return data

    def damaged(self) -> ArticleError:
        """What is said of an archive that cannot be read."""
        return ArticleError(f"is a damaged {self._kind} file.", "Fetch or save it anew.")

    def _check(self) -> None:
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise ArticleError(
                f"holds {len(members):,} parts; at most {MOST_MEMBERS:,} are read.", "Remove it."
            )
        unpacked = sum(member.file_size for member in members)
        if unpacked > MOST_UNPACKED_BYTES:
            raise _bomb(unpacked)
        for member in members:
            packed = max(1, member.compress_size)
            if member.file_size > _RATIO_FROM_BYTES and member.file_size / packed > HIGHEST_RATIO:
                raise _bomb(member.file_size)


def _bomb(unpacked: int) -> ArticleError:
    return ArticleError(
        f"would unpack to {unpacked / 1e6:,.0f} MB, far more than a text has.",
        "Remove it, or save its text as .txt.",
    )


def _check_beginning(path: Path, kind: str) -> None:
    size = path.stat().st_size
    if size == 0:
        raise ArticleError("is empty.", "Remove it, or fill it.")
    if size > LARGEST_ARCHIVE_BYTES:
        raise ArticleError(
            f"has {size / 1e6:,.0f} MB; of a {kind} file at most"
            f" {LARGEST_ARCHIVE_BYTES / 1e6:.0f} MB are read.",
            "Split it, or take its pictures out.",
        )
    with path.open("rb") as file:
        beginning = file.read(len(_OLE))
        if beginning == _OLE:
            if _ENCRYPTED_PACKAGE in beginning + file.read(size):
                raise ArticleError("is protected with a password.", "Save it without one.")
            raise ArticleError("is an old Office file, whatever its name says.", "Save it as .docx.")
    if not beginning.startswith(b"PK"):
        raise ArticleError(f"is no {kind} file, whatever its name says.", "Give it the ending of what it is.")


def parse_xml(data: bytes) -> Any:
    """The root of an XML document, its entities left unresolved and nothing fetched for it.

    Raises ArticleError where the document is malformed, or declares entities of its own: those can multiply
    without end, or name files of this machine.
    """
    refuse_entities(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise ArticleError("holds XML that cannot be read.", "Save it anew.") from None
    except ValueError:
        raise ArticleError("holds XML that cannot be read.", "Save it anew.") from None


def refuse_entities(data: bytes) -> None:
    """Raise ArticleError for XML that declares entities, in whatever encoding it is written."""
    if b"<!ENTITY" in data.replace(b"\0", b""):  # without its zeros UTF-16 and UTF-32 read as ASCII here
        raise ArticleError("holds XML that declares entities, as no such file needs to.", "Remove it.")
