"""What is asked: the question's parts, its time, and what a follow-up leaves unsaid."""
