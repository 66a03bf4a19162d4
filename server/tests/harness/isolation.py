"""Run something where there is no network but loopback, and learn whether anything tried to leave.

A network namespace belongs to a thread and to the processes it starts; the kernel counts there what had no route.
"""

import ctypes
import fcntl
import os
import re
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path

_CLONE_NEWNET = 0x40000000
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 0x1
_LIBC = ctypes.CDLL(None, use_errno=True)


def without_a_network(work: Callable[[], None]) -> bool:
    """Call `work` in a thread of a new network namespace, without one where the machine forbids namespaces.

    True if there was one. What `work` raises is raised here.
    """
    outcome: list[BaseException | bool] = []

    def run() -> None:
        try:
            isolated = _LIBC.unshare(_CLONE_NEWNET) == 0
            if isolated:
                _bring_up_loopback()
            work()
            outcome.append(isolated)
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run, name="without a network")
    thread.start()
    thread.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def attempts_to_leave() -> int:
    """How often anything in the calling thread's namespace wanted to send where no route leads."""
    net = Path(f"/proc/self/task/{threading.get_native_id()}/net")
    names, values = (
        line.split()[1:] for line in net.joinpath("snmp").read_text().splitlines() if line.startswith("Ip:")
    )
    ipv4 = int(values[names.index("OutNoRoutes")])
    ipv6 = re.search(r"^Ip6OutNoRoutes\s+(\d+)", net.joinpath("snmp6").read_text(), re.MULTILINE)
    return ipv4 + int(ipv6[1] if ipv6 else 0)


def _bring_up_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sH22x", b"lo", 0)
        flags = struct.unpack("16sH22x", fcntl.ioctl(control, _SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sH22x", b"lo", flags | _IFF_UP))


AUDIT_FOLDER = Path(__file__).parent / "audit"


def audited(log: Path, pythonpath: str) -> dict[str, str]:
    """The environment of a Python process that writes its non-local connections and look-ups to `log`."""
    return {"PYTHONPATH": f"{AUDIT_FOLDER}{os.pathsep}{pythonpath}", "AUDIT_LOG": str(log)}
