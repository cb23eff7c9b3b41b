"""`/privacy`: what is held of a person: told, given to them as a file, deleted for good."""
