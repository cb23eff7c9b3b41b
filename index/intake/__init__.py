"""Before a build: pages, files and folders into the articles folder, and articles' files out of it."""
