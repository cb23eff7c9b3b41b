"""Answers of quotes alone: which sentences answer, and whether any does."""
