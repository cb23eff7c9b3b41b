"""From the articles folder to a published generation: compare, embed what is new, write, check, publish."""
