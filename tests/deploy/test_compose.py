"""The compose files: by the specification's schema, and hardened as docs/deployment.md says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.discord.connection.patience import Patience
from tests.command_lines import ROOT

FILES = ("compose.yaml", "deploy/compose.embedded.yaml")


def load(name: str) -> dict[str, Any]:
    """The file's content, as YAML's safe loader reads it."""
    content = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


BOT: dict[str, Any] = load(FILES[1])["services"]["bot"]
CHROMA: dict[str, Any] = load(FILES[0])["services"]["chroma"]
BESIDE: dict[str, Any] = load(FILES[0])["services"]["bot"]


@pytest.mark.parametrize("name", FILES)
def test_a_compose_file_keeps_to_the_specification(name: str) -> None:
    checker = Path(sys.executable).with_name("check-jsonschema")
    if not checker.exists():
        pytest.skip("check-jsonschema is not installed")
    done = subprocess.run(
        [checker, "--builtin-schema", "vendor.compose-spec", ROOT / name],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("service", [BOT, CHROMA], ids=["bot", "chroma"])
def test_a_service_has_no_rights_and_bounds_on_everything(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["tmpfs"] == ["/tmp"]
    assert {"mem_limit", "pids_limit", "init", "restart", "logging"} <= service.keys()
    assert not service.keys() & {"privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "user"}


def test_health_and_figures_are_there_for_this_machine_alone() -> None:
    port = BOT["environment"]["HTTP_PORT"]
    assert BOT["ports"] == [f"127.0.0.1:{port}:{port}"]


def test_no_port_is_open_to_the_outside() -> None:
    ports = [port for service in (BOT, CHROMA, BESIDE) for port in service.get("ports", [])]
    assert [port for port in ports if not str(port).startswith("127.0.0.1:")] == []
    networks = load(FILES[0])["networks"]
    assert CHROMA["networks"] == ["vectors"]
    assert networks["vectors"]["internal"] is True


def test_the_bot_waits_for_a_server_that_answers() -> None:
    assert BESIDE["extends"] == {"file": "deploy/compose.embedded.yaml", "service": "bot"}
    assert BESIDE["depends_on"] == {"chroma": {"condition": "service_healthy"}}
    port = CHROMA["command"][CHROMA["command"].index("--port") + 1]
    assert BESIDE["environment"]["CHROMA_URL"] == f"http://chroma:{port}"
    assert f"127.0.0.1:{port}/api/v2/heartbeat" in CHROMA["healthcheck"]["test"][-1]


def test_both_run_the_one_image_whose_packages_are_locked() -> None:
    assert BOT["image"] == CHROMA["image"]
    assert BOT["build"] == ".."
    assert not BOT["image"].endswith(":latest")


def test_folders_are_those_of_the_container_whatever_env_says() -> None:
    assert BOT["env_file"] == ["../.env"]
    targets = {volume.split(":")[1] for volume in BOT["volumes"]}
    assert {BOT["environment"]["DATA_DIR"], BOT["environment"]["ARTICLES_DIR"]} == targets
    named = {volume.split(":")[0] for volume in (*BOT["volumes"], *CHROMA["volumes"])} - {"../articles"}
    assert load(FILES[0])["volumes"].keys() == named


def test_the_engine_waits_longer_than_the_bot_takes_to_finish() -> None:
    assert int(BOT["stop_grace_period"].removesuffix("s")) > Patience().grace_s + 5
