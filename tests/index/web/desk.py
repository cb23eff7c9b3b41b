"""A saver of pages with its folders, and what a build would read there."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from index.article import RawArticle
from index.reading import FileSandbox, read_file, read_folder_by
from index.web.saving import PageSaver
from tests.index.reading.page_samples import page
from tests.index.web.site import Site

NOW = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
HTML = "text/html"
CONSENT = page(
    "<p>We and our partners use cookies and personal data for personalised advertising.</p>"
    "<button>Accept all</button><button>Reject all</button>",
    title="We value your privacy",
    heading="We value your privacy",
    above="",
    below="",
)


class Desk:
    """A saver with its folders, and what a build would read there."""

    def __init__(self, site: Site, saver: PageSaver, folder: Path, sandbox: FileSandbox) -> None:
        self._sandbox = sandbox
        self.site = site
        self.saver = saver
        self.articles = folder / "articles"
        self.data = folder / "data"

    @property
    def files(self) -> list[str]:
        """Everything in the articles folder, hidden files too."""
        found = (path for path in self.articles.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.articles).as_posix() for path in found)

    def read(self) -> list[RawArticle]:
        found = list(read_folder_by(partial(read_file, sandbox=self._sandbox), self.articles))
        assert all(isinstance(each, RawArticle) for each in found), found
        return [each for each in found if isinstance(each, RawArticle)]
