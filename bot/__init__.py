"""The bot: a question in, a verified answer with footnotes out.

`answering/` turns passages into an answer; Discord (`client`, `cogs`, `views`, `rendering`), the
terminal and the evaluation are three faces of it. Only those of Discord import discord.py.
"""
