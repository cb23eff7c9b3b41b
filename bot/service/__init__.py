"""Behind each face: the published index, the language model and the answering code, opened together."""
