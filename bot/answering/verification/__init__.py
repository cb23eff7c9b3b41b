"""After answering, before showing: nothing goes out that the stored articles do not say.

The rules are told in docs/verification.md. A quote is found again at its offsets; of a statement in
other words everything that it asserts must be in its quotes. In doubt a statement falls.
"""

from bot.answering.verification.verdict import Fault, Verdict
from bot.answering.verification.verifying import LONGEST_STATEMENT, MOST_QUOTED, keep_verified, verify

__all__ = ["LONGEST_STATEMENT", "MOST_QUOTED", "Fault", "Verdict", "keep_verified", "verify"]
