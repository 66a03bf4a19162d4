"""Which network addresses a request may go to. The names of networks are Label Studio's list."""

from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from labelwright.settings import SettingError, Settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Private, loopback, link-local with the metadata services, documentation, multicast, reserved, and what only wraps an IPv4 address.
_RESERVED = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
    "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "233.252.0.0/24",
    "240.0.0.0/4", "255.255.255.255/32",
    "::/128", "::1/128", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:20::/28",
    "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
)  # fmt: skip
_NAT64 = ip_network("64:ff9b::/96")


def banned_networks(settings: Settings) -> list[Network]:
    """Empty when the protection is switched off. Raises SettingError."""
    if not settings.ssrf_protection_enabled:
        return []
    default: Iterable[str] = _RESERVED if settings.use_default_banned_subnets else ()
    return [_network(text) for text in (*default, *settings.user_additional_banned_subnets)]


def _network(text: str) -> Network:
    try:
        return ip_network(text, strict=False)
    except ValueError:
        raise SettingError(f'USER_ADDITIONAL_BANNED_SUBNETS has "{text}", which is no network.') from None


def ban_of(text: str, networks: Iterable[Network]) -> Network | None:
    """The first network that forbids this address, also where it hides inside an IPv6 one."""
    forms = list(_forms(ip_address(text.partition("%")[0])))
    return next((network for network in networks for form in forms if form in network), None)


def _forms(address: Address) -> Iterator[Address]:
    yield address
    if isinstance(address, IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
        yield from (form for form in inner if form is not None)
