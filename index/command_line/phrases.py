"""Beside `python -m index`: every word that it prints. (Errors carry their own, see `index.errors`.)"""

from index.report import SourceOutcome, Stage

STAGES = {
    Stage.WAITING: "Waiting",
    Stage.FETCHING: "Fetching",
    Stage.READING: "Reading",
    Stage.CHUNKING: "Chunking",
    Stage.EMBEDDING: "Embedding",
    Stage.WRITING: "Writing",
    Stage.CHECKING: "Checking",
    Stage.PUBLISHING: "Publishing",
}
WAITING_FOR = "Waiting for the build that {by} started at {since:%H:%M:%S} UTC (process {pid}) to end."
WAITING_FOR_SOMEBODY = "Waiting for another build to end."
PROGRESS_LINE = "{label}: {done:,} of {total:,}"
PROGRESS_RATE = "{rate}/s, {left} left"

BUILT = "Published {generation}: {chunks} from {articles} in {time}."
NOTHING_CHANGED = "Nothing changed: {articles}, nothing was published."
DRY_RUN_CHANGES = "A build would change this:"
DRY_RUN_NOTHING = "A build would change nothing: {articles}."
ADDED = "  added    {id}  {title}"
CHANGED = "  changed  {id}  {title}"
REMOVED = "  removed  {id}  {title}"
MORE = "  … and {count:,} more; --json names them all"
COPY = "  copy     {id}  has the same text as {copy_of}, so it is not indexed twice"
EMBEDDED = "{embedded:,} of the chunks went through the model, {reused:,} were taken over."
PROBLEMS = "Not everything could be read:"
STRAYS = "Left where it lies, no article (ARTICLES_EXCLUDE keeps it out of this list):"
PROBLEM = "  {source}: {reason}"

NO_INDEX = "Nothing is indexed yet."
NO_INDEX_NEXT_STEP = "Put articles into {articles_dir} and run `python -m index build`."
BUILDING_FIRST = "Nothing is indexed yet, so {articles_dir} is indexed first."

STATUS_ROWS = {
    "generation": "published",
    "published_at": "at",
    "published_by": "by",
    "articles": "articles",
    "chunks": "chunks",
    "newest_article": "newest article",
    "publishers": "publishers",
    "embedding_model": "embedding model",
    "size": "size on disk",
}
UNKNOWN = "unknown"

LISTED_ALL = "{}."
LISTED_FOUND = "{} with these words."
SAME_TEXT = "(same text as {id})"
SHOW_ROWS = {
    "id": "id",
    "title": "title",
    "publisher": "publisher",
    "authors": "authors",
    "published": "published",
    "modified": "modified",
    "section": "section",
    "language": "language",
    "url": "address",
    "source": "read from",
    "added": "in the index since",
    "copy_of": "same text as",
}
SHOWN_IF_KNOWN = ("modified", "section", "copy_of")
CAPTION = "Caption: {caption}"

PASSAGE_HEADER = "{rank}. {title}{publisher}{section}{date}  (score {score:.3f}{cosine}{bm25})"
UNDER = "§ {heading}"
NOTHING_FOUND = "No passage was found."

ADDED_SOURCE = {
    SourceOutcome.ADDED: "Added {name} ({articles}).",
    SourceOutcome.CHANGED: "{name} has changed since it was added ({articles}).",
    SourceOutcome.UNCHANGED: "{name} was added before and has not changed.",
    SourceOutcome.REMOVED: "{name} was removed before, and stays so.",
}
ADDED_WAITS = "What was added is in {articles_dir} and will be indexed then."
REFRESHED = "Asked {pages}: {changed} changed, {unchanged} unchanged, {gone} gone, {failed} failed."
REFRESHED_NOTHING = "No page was added by its address yet."
GONE = "Taken down by their sites; their articles stay until you remove them:"
NOTHING_ADDED = "Nothing was added."
NOTHING_ADDED_NEXT_STEP = "See the reasons above."

NOT_REMOVED = "Not everything could be removed:"
NOTHING_REMOVED = "Nothing was removed."
REMOVED_FILE = "Moved {file} to {to}."

ROLLED_BACK = "Published {generation} again."

EXPORTING = "Exporting"
EXPORTED = "Exported {generation} to {file}: {articles}, {chunks}, {size}."
EXPORTED_ARTICLES = "{files} of {articles_dir} are in it."
EXPORT_LEFT_OUT = "  left out: {file} (no other system takes such a name)"
IMPORT_STAGES = {"unpack": "Unpacking", "check": "Checking", "write": "Writing vectors"}
IMPORTED = "Published {generation}: {articles}, {chunks}. `python -m index rollback` goes back."
IMPORTED_ARTICLES = "{added} put into {articles_dir}; {kept} there already, left as they were."
IMPORT_MISSING = (
    "{missing} of {articles} have no file in {articles_dir}, so the next build would remove them."
    " Copy the files there before you build, or export and import again --with-articles."
)

EXAMINING = "Examining {generation}"
DOCTOR_WELL = "All is well: {generations}, {chunks}."
DOCTOR_NOTHING = "There is nothing to examine: nothing is indexed yet."
DOCTOR_FOUND = "This is wrong:"
DOCTOR_MENDED = "This was wrong and is mended:"
DOCTOR_LEFT = "This is still wrong:"
DOCTOR_NEXT_STEP = "`python -m index doctor --repair` mends what can be mended from what is there."
DOCTOR_LEFT_NEXT_STEP = "`python -m index build` makes the index anew from the articles."
IN_GENERATION = " (generation {generation})"
FAULTS = {
    "manifest missing": "The manifest, which says which generation answers, is gone",
    "manifest damaged": "The manifest, which says which generation answers, cannot be read",
    "manifest names a lost generation": "A generation that answers, or is kept for rollback, is gone",
    "nothing whole": "No published generation is whole",
    "info damaged": "generation.json, which says what a generation is, cannot be read: {detail}",
    "file changed": "{detail} is missing or has not the size it was written with",
    "file damaged": "{detail} is not as it was written",
    "catalog damaged": "The catalog is damaged: {detail}",
    "articles damaged": "The text of {count:,} articles is not what was stored",
    "chunks damaged": "{count:,} chunks are not what was stored",
    "offsets wrong": "{count:,} chunks are no piece of their article",
    "counts differ": "The catalog does not hold as many articles and chunks as were written ({detail})",
    "kept vectors missing": "The catalog lacks the vectors of {count:,} chunks",
    "vector file damaged": "Vectors that are kept beside the catalog are damaged: {detail}",
    "vectors unreadable": "The vectors in Chroma cannot be opened: {detail}",
    "vectors wrong": "{count:,} chunks have no vector in Chroma, or another than in the catalog",
    "vectors extra": "Chroma holds {count:,} vectors of no chunk",
    "history damaged": "The history of the articles' versions is damaged ({detail}); mended, it begins anew",
    "keywords wrong": "The keyword index is not that of the chunks",
    "leftover": "A generation lies there that nobody can go back to",
    "owner stale": "build.owner.json names a build that does not run",
    "server away": "{detail}",
    "server elsewhere": "The vectors are at {detail}, not where CHROMA_URL points, and were not examined",
    "sources damaged": "sources.sqlite3 is damaged: {detail}",
}


def rate(per_second: float) -> str:
    """ "31", "0.4": a decimal only where it says something."""
    return f"{per_second:,.0f}" if per_second >= 10 else f"{per_second:.1f}"


def duration(seconds: float) -> str:
    """ "8 s", "1 min 5 s", "2 h 10 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def size(size_bytes: int) -> str:
    """ "820 kB", "41.2 MB": decimal units, as disks are sold."""
    if size_bytes < 1_000_000:
        return f"{size_bytes / 1000:.0f} kB"
    if size_bytes < 1_000_000_000:
        return f"{size_bytes / 1e6:.1f} MB"
    return f"{size_bytes / 1e9:.1f} GB"


FEED_ADDED = "Added feed {id}: {name} ({kind})."
ALREADY_THERE = "Feed {id} was added before: {name}."
ALREADY_PAUSED = "Feed {id} was added before and is paused: {name}."
BROUGHT = "Feed {id}, {name}: {new} new, {changed} changed."
NOTHING_NEW = "Feed {id}, {name}: nothing new."
WAITING = "  {count} more come with the next rounds."
PASSED_OVER = "  {count} older items were there before and are left out."
NEW_ITEM = "  new      {title}  {url}"
CHANGED_ITEM = "  changed  {title}  {url}"
FAILED = "Feed {id}, {name}, could not be had: {error}"
FAILED_AND_PAUSED = "Feed {id}, {name}, is paused: it {error} Its articles stay."
FEED_PROBLEMS = "Not everything could be had:"

NO_FEEDS = "No feed yet. `python -m index feeds add URL` adds one."
LISTED = "{id}  {name}  ({kind})"
LISTED_ROW = "   {label:<13} {value}"
ROW_URL = "address"
ROW_LAST = "last success"
ROW_ITEMS = "articles"
ROW_DUE = "next"
ROW_ERROR = "last error"
ROW_PAUSED = "paused by"
NEVER = "never"
FAILURES = "{error} ({failures} in a row)"

UNKNOWN_FEED = "There is no feed {id}."
UNKNOWN_FEED_NEXT_STEP = "`python -m index feeds list` shows them."
PAUSED = "Paused feed {id}: {name}."
RESUMED = "Feed {id} is asked again: {name}."
FEED_REMOVED = "Removed feed {id}: {name}. Its articles stay."
REMOVED_WITH_ARTICLES = "Removed feed {id}, {name}, and moved {articles} to {to}."
NO_FEED_ADDED = "No feed was added."
NO_FEED_ADDED_NEXT_STEP = "See the reasons above."
