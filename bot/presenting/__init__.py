"""Between an answer and its faces: what more than one of them writes in the same way."""
