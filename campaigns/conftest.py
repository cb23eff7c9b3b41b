"""For all campaigns: a property holds on a busy machine too, so none has a deadline."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
