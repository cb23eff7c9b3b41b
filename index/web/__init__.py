"""Web pages and feeds into the articles folder: fetched safely, recognised for what they are, saved as files."""
