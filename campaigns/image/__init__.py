"""The image built without an engine and tried: `python -m campaigns.image.rehearse`."""
