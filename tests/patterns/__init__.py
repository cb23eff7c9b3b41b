"""Every pattern of the project, what could make it slow, and how its time grows with the text."""
