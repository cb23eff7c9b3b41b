"""The body of an answer, as it comes in: cut off where it is too large, too slow, or unpacks to too much."""

import asyncio
import zlib

import aiohttp

from index.errors import FetchFailed, FetchRefused
from index.web.fetched import Limits

PIECE_BYTES = 1_000_000  # unpacked at once, so that a bomb is seen before it fills the memory
_GZIP = 16 + zlib.MAX_WBITS
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS


async def receive(response: aiohttp.ClientResponse, limits: Limits, *, first_bytes: int = 0) -> bytes:
    """The whole body, decompressed; with `first_bytes` only so much of it, and the rest is not waited for.

    Raises FetchRefused where a limit is passed, FetchFailed where it breaks off or is damaged. The total
    time is for the caller to keep.
    """
    if not first_bytes and (response.content_length or 0) > limits.received_bytes:
        raise too_large(limits.received_bytes)
    unpacked = Unpacking(response.headers.get("Content-Encoding", ""), limits.unpacked_bytes)
    loop = asyncio.get_running_loop()
    received = in_window = 0
    window_ends = loop.time() + limits.window_s
    while True:
        try:
            async with asyncio.timeout_at(window_ends):
                chunk = await response.content.readany()
        except TimeoutError:
            chunk = None
        if chunk == b"":
            return unpacked.finish()
        if chunk:
            received += len(chunk)
            in_window += len(chunk)
            if received > limits.received_bytes:
                raise too_large(limits.received_bytes)
            unpacked.feed(chunk)
            if first_bytes and unpacked.size >= first_bytes:
                return unpacked.so_far()[:first_bytes]
        if loop.time() >= window_ends:
            if in_window < limits.window_bytes:
                raise too_slow()
            in_window, window_ends = 0, loop.time() + limits.window_s


class Unpacking:
    """Decompression by our own count: gzip (also of several members), deflate with or without its header."""

    def __init__(self, encoding: str, most_bytes: int) -> None:
        layers = [layer for part in encoding.lower().split(",") if (layer := part.strip()) != "identity"]
        name = ",".join(layer for layer in layers if layer)
        if name not in ("", "gzip", "x-gzip", "deflate"):
            raise FetchFailed(
                f"is compressed as {name[:40]}, which was not asked for.",
                "Save the page in a browser and add the file.",
                retryable=False,
            )
        self._wbits = {"": 0, "deflate": _ZLIB}.get(name, _GZIP)
        self._most_bytes = most_bytes
        self._engine = zlib.decompressobj(self._wbits) if self._wbits else None
        self._pieces: list[bytes] = []
        self.size = 0
        self._started = False

    def feed(self, data: bytes) -> None:
        """Take what came. Raises FetchRefused beyond the limit, FetchFailed where it is damaged."""
        if self._engine is None:
            self._keep(data)
            return
        while data:
            if self._engine.eof:
                if self._wbits != _GZIP or not data.startswith(b"\x1f"):
                    return  # behind the end there is only padding
                self._engine = zlib.decompressobj(_GZIP)
            piece = self._decompress(data)
            self._keep(piece)
            data = self._engine.unconsumed_tail or (self._engine.unused_data if self._engine.eof else b"")

    def finish(self) -> bytes:
        """All of it; FetchFailed where the end is missing."""
        if self._engine is not None and self._started:
            self._keep(self._engine.flush())
            if not self._engine.eof:
                raise FetchFailed("broke off before its end.", "Try again later.")
        return self.so_far()

    def so_far(self) -> bytes:
        """What is there already, whether or not more would follow."""
        return b"".join(self._pieces)

    def _decompress(self, data: bytes) -> bytes:
        assert self._engine
        try:
            piece = self._engine.decompress(data, PIECE_BYTES)
        except zlib.error:
            if self._wbits != _ZLIB or self._started:
                raise FetchFailed("is compressed and damaged.", "Try again later.") from None
            self._wbits = _RAW  # some servers leave deflate's header out
            self._engine = zlib.decompressobj(_RAW)
            return self._decompress(data)
        self._started = True
        return piece

    def _keep(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self._most_bytes:
            raise too_large(self._most_bytes, unpacked=True)
        self._pieces.append(piece)


def too_large(most_bytes: int, *, unpacked: bool = False) -> FetchRefused:
    """More came, or would come, than is taken."""
    what = "unpacks to more than" if unpacked else "has more than"
    return FetchRefused(
        f"{what} {most_bytes / 1e6:,.0f} MB, the most that is fetched.", "Save it yourself and add the file."
    )


def too_slow() -> FetchRefused:
    """Less came than any honest server sends."""
    return FetchRefused("comes too slowly and was cut off.", "Try again later, or save it and add the file.")
