"""How the bot is deployed: the image, the compose files, the systemd unit, and a rehearsal of the image."""
