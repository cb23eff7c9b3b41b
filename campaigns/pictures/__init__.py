"""Pictures of the replies, from what the real bot sends, to be looked at: `python -m campaigns.pictures`."""
