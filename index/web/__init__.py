"""Web pages and feeds into the articles folder: fetched safely, told apart, saved as files."""
