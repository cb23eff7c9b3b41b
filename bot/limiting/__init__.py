"""Beside the flow of a question: how many may be asked, by whom, and in which order they are answered."""
