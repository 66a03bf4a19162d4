"""Loaded by a server whose PYTHONPATH names this folder: writes every look-up of a name and every connection that is
not local to the file in AUDIT_LOG."""

import ipaddress
import os
import sys

_LOG = os.open(os.environ["AUDIT_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
_CONNECTIONS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_LOCAL_NAMES = {"localhost", "", "0.0.0.0", "::"}


def _is_local(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name in _LOCAL_NAMES


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOK_UPS:
        host = arguments[0][0] if isinstance(arguments[0], tuple) else arguments[0]
    elif event in _CONNECTIONS and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if not _is_local(host):
        os.write(_LOG, f"{event} {arguments[-4:]!r}\n".encode())


sys.addaudithook(_watch)
