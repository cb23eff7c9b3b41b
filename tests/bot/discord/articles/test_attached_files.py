"""A file that goes with a reply is one that Discord takes, however much there is to say."""

import gzip

from bot.discord.toolkit.replying import UNPACKED_BYTES, Attached


def test_a_text_goes_as_it_is() -> None:
    file = Attached("privacy.json", "Lindau übt").file()
    assert (file.filename, file.fp.read()) == ("privacy.json", "Lindau übt".encode())


def test_a_text_that_is_too_large_is_packed() -> None:
    text = "The tower stands 41 metres above the quay.\n" * (UNPACKED_BYTES // 40)
    file = Attached("privacy.json", text).file()
    packed = file.fp.read()
    assert file.filename == "privacy.json.gz"
    assert len(packed) < UNPACKED_BYTES
    assert gzip.decompress(packed).decode() == text
