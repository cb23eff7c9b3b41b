"""The gate: what the answers are worth on a set of our own, held by floors that fall only by a flag."""
