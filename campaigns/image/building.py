"""Carries out the Dockerfile's stages in folders: what an engine would do with each line, without one."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.command_lines import ROOT
from tests.deploy.dockerfile import Copied, Stage, Step, reaches_the_engine

# What the official slim images have besides Debian's minimum: what Python's own modules are linked with.
_PACKAGES = (
    "ca-certificates,netbase,tzdata,libbz2-1.0,libdb5.3,libexpat1,libffi8,libgdbm6,liblzma5,libncursesw6,libnsl2,"
    "libreadline8,libsqlite3-0,libssl3,libuuid1,zlib1g"
)
_PATH = "/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"
_OF_THE_HOST = "run/host"  # in a root, only while a RUN line runs: how this machine reaches the package index


def make_base(root: Path) -> None:
    """Something like the official image: Debian's minimum, and this process' Python under /usr/local.

    Raises CalledProcessError where debootstrap fails, AssertionError where this Python cannot be copied.
    """
    release = root.name.rsplit("-", 1)[-1]
    _run("debootstrap", "--variant=minbase", f"--include={_PACKAGES}", release, root)
    _run("chroot", root, "useradd", "--system", "probe")  # fails where the root is not whole
    _run("chroot", root, "userdel", "probe")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    prefix, target = Path(sys.base_prefix), root / "usr" / "local"
    assert prefix != Path("/usr"), "a Python of its own folder is needed, not Debian's"
    for name in (version, "python3"):
        shutil.copy2(prefix / "bin" / name, target / "bin" / name, follow_symlinks=True)
    (target / "bin" / "python").symlink_to("python3")
    for library in prefix.glob("lib/libpython*.so*"):
        shutil.copy2(library, target / "lib", follow_symlinks=False)
    left_out = shutil.ignore_patterns("site-packages", "test", "__pycache__", "*.a")
    shutil.copytree(
        sysconfig.get_path("stdlib"), target / "lib" / version, ignore=left_out, dirs_exist_ok=True
    )
    _run("chroot", root, "ldconfig")
    _run("chroot", root, f"/usr/local/bin/{version}", "-m", "ensurepip", "--default-pip")


class Builder:
    """Builds stage after stage, each in a folder of its own below `folder`."""

    def __init__(self, base: Path, folder: Path) -> None:
        self._base = base
        self._folder = folder
        self._roots: dict[str, Path] = {}

    def build(self, stage: Stage) -> Path:
        """The folder that holds what the stage has built."""
        root = self._folder / (stage.name or "image")
        _run("cp", "--archive", self._base, root)
        here, environment, user = "/", {"PATH": _PATH}, "0:0"
        for step in stage.steps:
            sys.stdout.write(f"  {step.name} {step.value[:90]}\n")
            if step.name == "ENV":
                environment |= dict(word.split("=", 1) for word in step.words())
            elif step.name == "WORKDIR":
                here = step.value
                _inside(root, here).mkdir(parents=True, exist_ok=True)
            elif step.name == "USER":
                user = step.value
            elif step.name == "COPY":
                self._copy(root, here, Copied.of(step))
            elif step.name == "RUN":
                assert user == "0:0", "this rehearsal runs RUN lines as root only"
                self._execute(root, here, environment, step)
            else:
                assert step.name in ("VOLUME", "HEALTHCHECK", "STOPSIGNAL", "CMD", "LABEL"), step.name
        self._roots[stage.name] = root
        return root

    def _copy(self, root: Path, here: str, copied: Copied) -> None:
        """Docker's rules: of a folder what it holds, into the target; of the context what is let in."""
        for source in copied.sources:
            if copied.stage is not None:
                _run("cp", "--archive", "--no-target-directory", _inside(self._roots[copied.stage], source),
                     _inside(root, copied.target))  # fmt: skip
                continue
            origin = ROOT / source
            files = [origin] if origin.is_file() else [path for path in origin.rglob("*") if path.is_file()]
            for file in files:
                if not reaches_the_engine(file.relative_to(ROOT).as_posix()):
                    continue
                target = _inside(root, str(Path(here) / copied.target))
                if origin.is_dir():
                    target /= file.relative_to(origin)
                elif copied.target.endswith("/") or target.is_dir():
                    target /= file.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)
        if copied.owner:
            _run("chroot", root, "chown", "--recursive", copied.owner, copied.target)

    def _execute(self, root: Path, here: str, environment: dict[str, str], step: Step) -> None:
        """A RUN line, in the root, with the network and with this machine's way to the package index."""
        host = root / _OF_THE_HOST
        host.mkdir(parents=True)
        resolving = root / "etc" / "resolv.conf"
        shutil.copy("/etc/resolv.conf", resolving)
        shutil.copy("/etc/ssl/certs/ca-certificates.crt", host / "certificates.crt")
        index = {"PIP_CERT": f"/{_OF_THE_HOST}/certificates.crt"}
        if Path("/etc/pip.conf").exists():
            shutil.copy("/etc/pip.conf", host / "pip.conf")
            index["PIP_CONFIG_FILE"] = f"/{_OF_THE_HOST}/pip.conf"
        try:
            settings = (
                f"{name}={value}" for name, value in {"HOME": "/root", **environment, **index}.items()
            )
            clean = ("/usr/bin/env", "--ignore-environment", f"--chdir={here}", *settings)
            subprocess.run(["chroot", root, *clean, "/bin/sh", "-c", step.value], check=True)
        finally:
            shutil.rmtree(host)
            resolving.unlink()


def size_mb(folder: Path) -> float:
    """What a folder takes on the disk."""
    done = subprocess.run(["du", "-sk", folder], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[0]) / 1000


def _inside(root: Path, path: str) -> Path:
    return root / path.lstrip("/")


def _run(*command: str | Path) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
