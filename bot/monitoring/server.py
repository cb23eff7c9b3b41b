"""Where HTTP_PORT says: `/healthz`, `/readyz` and `/metrics` over HTTP, for an operator's tools."""

import asyncio
import ipaddress
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict

from aiohttp import web
from prometheus_client.exposition import choose_encoder

from bot.monitoring.monitor import Monitor

log = logging.getLogger(__name__)

NOT_NOW = 503
SHUTDOWN_S = 1.0


@asynccontextmanager
async def serving(monitor: Monitor, host: str, port: int | None) -> AsyncIterator[None]:
    """Within this the three addresses answer. A port that is taken costs them, and nothing else."""
    if port is None:
        yield
        return
    measuring = asyncio.create_task(monitor.lag.measure(), name="event loop lag")
    runner = web.AppRunner(_application(monitor), access_log=None, shutdown_timeout=SHUTDOWN_S)
    try:
        await runner.setup()
        await _listen(runner, host, port)
        yield
    finally:
        await runner.cleanup()
        measuring.cancel()
        with suppress(asyncio.CancelledError):
            await measuring


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        log.warning(
            "HTTP_HOST %s, HTTP_PORT %d cannot be listened on (%s): the bot goes on without health checks and"
            " metrics. Give it a port of its own.", host, port, error.strerror or type(error).__name__,
        )  # fmt: skip
        return
    address = runner.addresses[0]
    shown = f"[{address[0]}]" if ":" in address[0] else address[0]
    log.info("Health and metrics: http://%s:%d/healthz, /readyz, /metrics.", shown, address[1])
    if not ipaddress.ip_address(address[0]).is_loopback:
        log.info("Whoever can reach that address can read them: keep it within your own network.")


def _application(monitor: Monitor) -> web.Application:
    async def health(_: web.Request) -> web.Response:
        verdict = monitor.health()
        body = {
            "healthy": verdict.good,
            "reasons": verdict.reasons,
            "event_loop_lag_s": round(monitor.lag.latest_s, 4),
        }
        return web.json_response(body, status=200 if verdict.good else NOT_NOW)

    async def ready(_: web.Request) -> web.Response:
        found = await monitor.readiness()
        body = {
            "ready": found.verdict.good,
            "reasons": found.verdict.reasons,
            "generation": found.generation or None,
            "shards": [asdict(shard) for shard in found.shards],
        }
        return web.json_response(body, status=200 if found.verdict.good else NOT_NOW)

    async def metrics(request: web.Request) -> web.Response:
        await monitor.refresh()
        encode, content_type = choose_encoder(request.headers.get("Accept", ""))
        return web.Response(body=encode(monitor.metrics.registry), headers={"Content-Type": content_type})

    application = web.Application()
    application.add_routes(
        [web.get("/healthz", health), web.get("/readyz", ready), web.get("/metrics", metrics)]
    )
    return application
