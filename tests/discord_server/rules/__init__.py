"""Discord's documented limits as pure functions: a body in, the faults in it out."""
