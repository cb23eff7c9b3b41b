"""The panel of `/settings`: topics, their menus and buttons, and what becomes of a change. All of it is found
again by its custom_ids after a restart."""
