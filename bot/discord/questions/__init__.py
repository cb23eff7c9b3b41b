"""Every way in for a question, the one flow behind them, and what stands under an answer."""
