"""Load: `python -m campaigns.load` puts a real bot in 500 servers on 50 shards and asks, clicks and
chatters."""
