"""Beside the flow: what an operator's tools read of a running bot: metrics, health, readiness."""
