"""Many small reindexes, one after the other, as a bot lives through them in months: not in the usual tests.

`python -m campaigns.soak --reindexes 1000` takes one to three hours; campaigns/soak/test_soak.py runs a few
of them.
"""
