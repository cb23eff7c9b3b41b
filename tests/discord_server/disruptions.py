"""Bad weather on demand: 429s, 5xx, slow and truncated answers, for chosen routes and a number of times."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Weather(Enum):
    RATE_LIMITED = auto()
    SERVER_ERROR = auto()
    SLOW = auto()
    TRUNCATED = auto()
    CUT = auto()  # the connection is closed without an answer


@dataclass(eq=False)
class Disruption:
    """What happens to the next `times` requests of this route; `None` times: until it is cleared."""

    weather: Weather
    method: str
    path: re.Pattern[str]
    times: int | None = 1
    status: int = 500
    seconds: float = 0.05
    is_global: bool = False
    scope: str = "user"
    happened: int = 0


@dataclass
class RouteLimit:
    """How many requests one bucket takes in `window_s`."""

    limit: int
    window_s: float


class Disruptions:
    """What a test ordered; `path` is a regular expression over the path below /api/v10."""

    def __init__(self) -> None:
        self._ordered: list[Disruption] = []
        self.limits: list[tuple[str, re.Pattern[str], RouteLimit]] = []

    def rate_limit(
        self,
        method: str,
        path: str,
        *,
        retry_after_s: float = 0.05,
        times: int | None = 1,
        is_global: bool = False,
        scope: str = "user",
    ) -> Disruption:
        """Answer 429."""
        return self._order(
            Disruption(
                Weather.RATE_LIMITED,
                method,
                re.compile(path),
                times,
                seconds=retry_after_s,
                is_global=is_global,
                scope="global" if is_global else scope,
            )
        )

    def server_error(self, method: str, path: str, *, status: int = 500, times: int | None = 1) -> Disruption:
        """Answer with a 5xx, without any effect."""
        return self._order(Disruption(Weather.SERVER_ERROR, method, re.compile(path), times, status=status))

    def slow(self, method: str, path: str, *, seconds: float, times: int | None = 1) -> Disruption:
        """Hold the request back that long before it has its effect."""
        return self._order(Disruption(Weather.SLOW, method, re.compile(path), times, seconds=seconds))

    def truncate(self, method: str, path: str, *, times: int | None = 1) -> Disruption:
        """Let the request have its effect, and cut the answer off in its middle."""
        return self._order(Disruption(Weather.TRUNCATED, method, re.compile(path), times))

    def cut(self, method: str, path: str, *, times: int | None = 1) -> Disruption:
        """Close the connection without an effect or an answer."""
        return self._order(Disruption(Weather.CUT, method, re.compile(path), times))

    def limit_route(self, method: str, path: str, *, limit: int, window_s: float) -> None:
        """From now on a bucket of such a route takes only `limit` requests in `window_s`, then 429s."""
        self.limits.insert(0, (method, re.compile(path), RouteLimit(limit, window_s)))

    def clear(self) -> None:
        """Fair weather again."""
        self._ordered.clear()
        self.limits.clear()

    def _order(self, disruption: Disruption) -> Disruption:
        self._ordered.append(disruption)
        return disruption

    def next_for(self, method: str, path: str) -> Disruption | None:
        """The disruption that this request meets, counted as having happened."""
        for disruption in self._ordered:
            used_up = disruption.times is not None and disruption.happened >= disruption.times
            if not used_up and disruption.method in (method, "*") and disruption.path.fullmatch(path):
                disruption.happened += 1
                return disruption
        return None
