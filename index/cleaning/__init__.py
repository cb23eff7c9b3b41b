"""Second stage of a build: an article as its page had it → its own text, and nothing of the page.

`blocks` splits the text, `leftovers`, `link_lists`, `facts` and `captions` judge blocks, `particulars`
finds title, publisher, authors and date, `page` puts it together. Cleaning takes out whole blocks, or a
mark at the start or end of one; it never rewrites a word, so each paragraph stands in the source as it is,
but for invisible characters and other forms of letters (index/characters.py) and words broken at a line's
end.
"""

from index.cleaning.page import clean

__all__ = ["clean"]
