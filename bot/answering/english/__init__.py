"""Every list of English words that answering goes by, once: numbers, calendar, spellings, synonyms, small
words."""
