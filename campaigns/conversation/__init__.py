"""The long conversations with the real bot process, more than `make test` holds: `make campaigns`."""
