"""Behind `python -m bot doctor`: looks at all that the bot depends on, and says how to mend what is wrong."""
