"""Feeds are read in a process apart: what kills it or takes too long is told, and the next one is read."""

import os
import signal
import subprocess
import sys
import threading

import psutil
import pytest

from index.errors import ArticleError, FetchFailed
from index.feeds.items import NotAFeed
from index.feeds.reading import read_feed
from index.feeds.sandboxed import FeedSandbox
from index.sandbox.protocol import Limits
from tests.index.feeds.samples import Told, fetched, rss, text


def test_a_feed_comes_back_as_it_was_read(reader: FeedSandbox) -> None:
    body = fetched(rss(Told(1, content=text(1)), Told(2, "javascript:x"), more="<ttl>90</ttl>"))
    assert reader.read_feed(body) == read_feed(body)


def test_what_is_no_feed_comes_back_with_the_links_of_its_page(reader: FeedSandbox) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/f">'
    page = f"<html><head>{link}</head><body>Hello</body></html>"
    with pytest.raises(NotAFeed) as caught:
        reader.read_feed(fetched(page, "text/html"))
    assert caught.value.links == ("https://gazette.example/f",)
    assert caught.value.message == "is a page, not a feed."
    with pytest.raises(ArticleError, match="more than 10 MB"):
        reader.read_feed(fetched(b"<rss>" + b" " * 10_000_001))


def test_one_that_takes_too_long_is_told_and_the_next_is_read() -> None:
    # Of the largest size that is read, and broken off: some 25 s of work, and at most 2 are granted.
    many = fetched((rss(Told(1, content=text(1))) + "<item>x &amp; <b>y</b></item>" * 340_000)[:9_900_000])
    with FeedSandbox(Limits(cpu_s=1, wall_s=60)) as reader:
        with pytest.raises(FetchFailed, match="takes more than 1 s of computing") as caught:
            reader.read_feed(many)
        assert caught.value.retryable
        assert len(reader.read_feed(fetched(rss(Told(1)))).items) == 1


def test_one_that_needs_too_much_memory_is_told_and_the_next_is_read() -> None:
    places = "".join(f"<url><loc>https://gazette.example/{n}</loc></url>" for n in range(600_000))
    with FeedSandbox(Limits(memory_mb=300)) as reader:
        with pytest.raises(ArticleError, match="needs more than 300 MB of memory"):
            reader.read_feed(fetched(f"<urlset>{places}</urlset>"))
        assert len(reader.read_feed(fetched(rss(Told(1)))).items) == 1


def test_a_process_that_is_killed_is_replaced(reader: FeedSandbox) -> None:
    small = fetched(rss(Told(1)))
    reader.read_feed(small)
    pid = reader.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(FetchFailed, match="SIGKILL"):
        reader.read_feed(small)
    assert len(reader.read_feed(small).items) == 1


def test_several_threads_each_get_their_own_feed(reader: FeedSandbox) -> None:
    found: dict[int, str | None] = {}

    def read(n: int) -> None:
        found[n] = reader.read_feed(fetched(rss(Told(n)))).items[0].title

    threads = [threading.Thread(target=read, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: f"Ferry {n}" for n in range(8)}


def test_the_process_ends_when_its_parent_is_killed_in_mid_feed() -> None:
    code = (
        "from index.feeds.sandboxed import FeedSandbox\n"
        "from tests.index.feeds.samples import Told, fetched, rss\n"
        "many = fetched((rss(Told(1)) + '<item>x &amp; <b>y</b></item>' * 340_000)[:9_900_000])\n"
        "with FeedSandbox() as reader:\n"
        "    reader.read_feed(fetched(rss(Told(1))))\n"
        "    print(reader.pid, flush=True)\n"
        "    reader.read_feed(many)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        before = child.cpu_times().user
        while child.cpu_times().user <= before + 0.3:  # until it is at work on the large feed
            pass
        parent.kill()
    child.wait(30)
    assert not child.is_running()
