"""The commands: each reads what was asked, calls the part that does it, and shows what came out."""
