"""Trouble: the real bot process, and all that goes wrong around it. `python -m campaigns.trouble` shows
it."""

from campaigns.trouble import backends, clock, discord_http, gateway, people
from campaigns.trouble.troubles import Troubles

PARTS: dict[str, Troubles] = {
    "http": discord_http.TROUBLES,
    "gateway": gateway.TROUBLES,
    "people": people.TROUBLES,
    "backends": backends.TROUBLES,
    "clock": clock.TROUBLES,
}
