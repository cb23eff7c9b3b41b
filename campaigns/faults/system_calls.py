"""Watches a process's system calls that change files, and answers some of them itself: Linux's seccomp
user notification, by ctypes. It sees what Python, SQLite and Chroma's Rust alike ask of the system.

The watched process installs the filter on itself (`install`), the watcher receives each call before it is
done (`Listener`). Needs no compiler, no root, and no other program; `why_not` says where it cannot be.
"""

import ctypes
import errno
import fcntl
import os
import platform
import select
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Numbers of the calls by machine, as in the kernel's tables. Those that name a path say where in their
# arguments: (folder's descriptor or None, path). The others have a descriptor as this argument.
_BY_PATH = {
    "x86_64": {
        2: ("open", None, 0), 257: ("open", 0, 1), 82: ("rename", None, 1), 264: ("rename", 2, 3),
        316: ("rename", 2, 3), 87: ("unlink", None, 0), 263: ("unlink", 0, 1), 84: ("rmdir", None, 0),
        83: ("mkdir", None, 0), 258: ("mkdir", 0, 1), 76: ("truncate", None, 0),
    },
    "aarch64": {
        56: ("open", 0, 1), 38: ("rename", 2, 3), 276: ("rename", 2, 3), 35: ("unlink", 0, 1),
        34: ("mkdir", 0, 1), 45: ("truncate", None, 0),
    },
}  # fmt: skip
_BY_DESCRIPTOR = {
    "x86_64": {
        1: ("write", 0), 18: ("write", 0), 20: ("write", 0), 296: ("write", 0), 328: ("write", 0),
        40: ("write", 0), 326: ("write", 2), 285: ("write", 0), 77: ("truncate", 0), 74: ("fsync", 0),
        75: ("fsync", 0), 277: ("fsync", 0),
    },
    "aarch64": {
        64: ("write", 0), 68: ("write", 0), 66: ("write", 0), 70: ("write", 0), 287: ("write", 0),
        71: ("write", 0), 285: ("write", 2), 47: ("write", 0), 46: ("truncate", 0), 82: ("fsync", 0),
        83: ("fsync", 0), 84: ("fsync", 0),
    },
}  # fmt: skip
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# `open` is only told of where it may change something; its flags are the argument after the path.
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_SET_NO_NEW_PRIVILEGES = 38
_SET_MODE_FILTER, _NEW_LISTENER = 1, 8
_RET_NOTIFY, _RET_ALLOW = 0x7FC00000, 0x7FFF0000
_RECEIVE, _SEND = 0xC0502100, 0xC0182101  # _IOWR('!', 0, 80 bytes) and _IOWR('!', 1, 24 bytes)
_CONTINUE = 1
_NOTICE = struct.Struct("=QIIiIQ6Q")  # id, thread, flags; number, machine, instruction, arguments
_REPLY = struct.Struct("=QqiI")  # id, value, error, flags
_LOAD, _IS, _HAS_BITS, _RETURN = 0x20, 0x15, 0x45, 0x06  # words of the filter's language
_AT_CWD = 0xFFFFFF9C
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class SystemCall:
    """A call that waits to be done: what it does (`write`, `fsync`, `rename`…) and to which file."""

    id: int
    does: str
    path: Path


def why_not() -> str | None:
    """Why calls cannot be watched here; None where they can."""
    if platform.system() != "Linux" or platform.machine() not in _SECCOMP:
        return "system calls are watched on Linux only, on x86-64 and ARM64"
    pid = os.fork()
    if pid == 0:
        try:
            os.close(install())
            os._exit(0)
        except OSError as error:
            os._exit(error.errno or 1)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return f"the system lets no process be watched: {os.strerror(status)}" if status else None


def install() -> int:
    """Have this thread, and what it starts, watched from now on; the descriptor for the `Listener`."""
    machine = platform.machine()
    lines = _filter(machine)
    buffer = ctypes.create_string_buffer(b"".join(lines))
    # struct sock_fprog: how many instructions, and where they are.
    program = struct.pack("HxxxxxxP", len(lines), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    listener = int(libc.syscall(_SECCOMP[machine], _SET_MODE_FILTER, _NEW_LISTENER, program))
    if listener < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return listener


def _filter(machine: str) -> list[bytes]:
    """The filter: hand the calls of the tables to the listener, let all others through."""

    def line(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
        return struct.pack("HBBI", code, if_so, if_not, value)

    notify = line(_RETURN, _RET_NOTIFY)
    lines = [line(_LOAD, 4), line(_IS, _AUDIT_ARCH[machine], 1, 0), line(_RETURN, _RET_ALLOW), line(_LOAD, 0)]
    for number, (does, _, path) in _BY_PATH[machine].items():
        if does == "open":
            flags_at = 16 + 8 * (path + 1)
            lines += [line(_IS, number, 0, 4), line(_LOAD, flags_at), line(_HAS_BITS, _FOR_WRITING, 0, 1)]
            lines += [notify, line(_RETURN, _RET_ALLOW)]
        else:
            lines += [line(_IS, number, 0, 1), notify]
    for number in _BY_DESCRIPTOR[machine]:
        lines += [line(_IS, number, 0, 1), notify]
    return [*lines, line(_RETURN, _RET_ALLOW)]


class Listener:
    """The watcher's end. Each call that it gives waits until it is let through or failed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._machine = platform.machine()

    def __enter__(self) -> "Listener":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def calls(self) -> Iterator[SystemCall]:
        """Every call of the watched processes, until none of them is left."""
        waiting = select.poll()
        waiting.register(self._descriptor, select.POLLIN)
        while True:
            (_, events), *_rest = waiting.poll()
            if not events & select.POLLIN:
                return
            notice = bytearray(_NOTICE.size)
            try:
                fcntl.ioctl(self._descriptor, _RECEIVE, notice)
            except OSError as error:
                if error.errno in (errno.ENOENT, errno.EINTR):
                    continue  # it was killed meanwhile
                raise
            id_, thread, _, number, _, _, *arguments = _NOTICE.unpack(notice)
            yield SystemCall(id_, *self._meaning(thread, number, arguments))

    def let_through(self, call: SystemCall) -> None:
        self._reply(_REPLY.pack(call.id, 0, 0, _CONTINUE))

    def fail(self, call: SystemCall, code: int) -> None:
        """The call is not done; who asked for it gets this error."""
        self._reply(_REPLY.pack(call.id, 0, -code, 0))

    def _reply(self, reply: bytes) -> None:
        with suppress(FileNotFoundError):  # it was killed meanwhile
            fcntl.ioctl(self._descriptor, _SEND, bytearray(reply))

    def _meaning(self, thread: int, number: int, arguments: list[int]) -> tuple[str, Path]:
        """What a call does, and to which file; an empty path where that cannot be told."""
        process = Path(f"/proc/{thread}")
        try:
            if number in _BY_DESCRIPTOR[self._machine]:
                does, at = _BY_DESCRIPTOR[self._machine][number]
                return does, (process / "fd" / str(arguments[at] & 0xFFFFFFFF)).readlink()
            does, folder_at, path_at = _BY_PATH[self._machine][number]
            path = _text_at(process, arguments[path_at])
            folder = _AT_CWD if folder_at is None else arguments[folder_at] & 0xFFFFFFFF
            base = process / "cwd" if folder == _AT_CWD else process / "fd" / str(folder)
            return does, Path(path) if path.startswith("/") else base.readlink() / path
        except OSError:
            return "gone", Path()


def _text_at(process: Path, address: int) -> str:
    """The path that stands in the process's memory, up to its closing zero."""
    with (process / "mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        return os.fsdecode((memory.read(_LONGEST_PATH) or b"").split(b"\0")[0])
