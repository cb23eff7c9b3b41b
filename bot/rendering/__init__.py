"""Turns answers, articles and reports into embeds that fit Discord's limits."""
