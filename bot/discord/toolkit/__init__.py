"""What every reply on Discord uses: sending, errors, buttons, embeds, limits, languages. It knows no
feature."""
