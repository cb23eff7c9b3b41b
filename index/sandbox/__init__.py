"""Whatever comes from anybody is taken apart here: a process with limits of memory and time, and its parent.

It knows neither files nor feeds: who uses it names the function that is to run.
"""
