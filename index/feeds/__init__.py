"""Before pages: feeds that name new ones (RSS, Atom, JSON Feed, sitemaps), their schedule, their health."""
