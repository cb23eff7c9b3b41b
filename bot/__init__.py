"""The bot: a question in, a verified answer with footnotes out.

`answering/` turns passages into an answer; `discord/`, `terminal/` and `evaluation/` are three faces of it.
Only what is below `discord/` imports discord.py, besides the counting of its traffic in `monitoring/`.
"""
