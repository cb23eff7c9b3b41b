"""`/settings`: the panel, its topics and menus, and what becomes of a change.

All of it is found again by its custom_ids after a restart.
"""
