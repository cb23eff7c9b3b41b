"""Load: `python -m tests.load` puts a real bot in 500 servers on 50 shards and asks, clicks and chatters."""
