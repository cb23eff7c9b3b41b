"""Beside the flow: work on the articles, set going by admins, by a schedule or by a change of the folder."""
