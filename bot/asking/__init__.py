"""The one way of a question on Discord, whichever way it came: asked, answered, shown, remembered."""
