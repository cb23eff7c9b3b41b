"""Used by both command lines and by the packaging: which Footnote this is. It stands nowhere else."""

VERSION = "0.2.0"
