"""How replies are sent, and the buttons under them. Every button works after a restart."""
