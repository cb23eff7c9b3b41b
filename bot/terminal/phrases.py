"""Beside the terminal: what it says besides answers, which are in the words of Discord."""

PROMPT = "Ask: "
WELCOME = "{articles} {are} indexed; newest: {newest}.\nAsk a question, or type /help."
HELP = """Type a question and press Enter.
/passages (or p)     the passages behind the last answer, word for word
/passages all        every passage that was found for it
/sources TEXT        the articles whose title, publisher or file has TEXT in it
/quit (or Ctrl-D)    leave"""
UNKNOWN_COMMAND = "There is no {command} here. /help names what there is."
NO_ANSWER_YET = "Ask something first; then /passages shows what the answer stands on."
NO_PASSAGES = "No passages belong to this answer."
NO_ARTICLES = "No article matches what was set ({filters}). Widen it or leave it out."
FILE = "file: {file}"
PASSAGES_HINT = "p shows the passages word for word."
STOPPED = "Stopped."
SOURCES_NONE = "No article has that in its title, publisher or file name."
SOURCES_MORE = "… and {count:,} more. Name a part of a title, publisher or file: /sources TEXT"
