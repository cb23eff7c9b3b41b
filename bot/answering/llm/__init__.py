"""A language model in the place of a composer: passages in, statements out, none shown unverified."""
