"""`/feedback`: what people think of the answers, and what they asked in vain."""
