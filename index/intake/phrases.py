"""Beside adding and removing: every sentence in which it says what could not be done."""

ADD_MISSING = "there is no such file."
ADD_MISSING_NEXT_STEP = "Check its name; an address begins with https://."
ADD_OWN_FOLDER = "the articles folder is in it, and would be copied into itself"
ADD_OTHER_KINDS = "{files} of other kinds were left out ({kinds})"
ADD_EXISTS = "another file of this name is in {articles_dir} already; rename one of them"
ADD_HIDDEN = "names that begin with a dot are not read from the articles folder; rename it"
ADD_EMPTY = "no article is in it"
NOT_WRITABLE = "{folder} cannot be written: {reason}."
NOT_WRITABLE_NEXT_STEP = "Check the folder's permissions and the room on its disk, then try again."
REMOVE_UNKNOWN = "there is no such article in the index."
REMOVE_UNKNOWN_NEXT_STEP = "`python -m index list` shows them all; a build may be due."
REMOVE_SHARED = "{id} is one of several articles in {file}."
REMOVE_SHARED_NEXT_STEP = "Take it out of that file and run `python -m index build`."
REMOVE_GONE = "{file}, where {id} was read, is not in {articles_dir} any more."
REMOVE_GONE_NEXT_STEP = "Run `python -m index build` to bring the index up to date."


def count(number: int, noun: str) -> str:
    """ "1 article", "2,964 chunks"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
