"""Whatever comes from anybody is taken apart here: a process with limits of memory and time, and its
parent."""
