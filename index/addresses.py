"""Before connecting: which IP addresses may be reached, by rule, and the operator's exceptions to it.

Sources: IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its updates), RFC 6052
(NAT64), RFC 4291 (IPv4-mapped). `ipaddress.is_global` alone is not enough: it takes 6to4, NAT64 and
multicast forms as global, whatever they embed.
"""

from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from index.errors import FetchRefused

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# The reason that a person reads, and the networks; the first match counts.
_FORBIDDEN: tuple[tuple[str, tuple[Network, ...]], ...] = tuple(
    (reason, tuple(ip_network(text) for text in networks.split()))
    for reason, networks in (
        ("unspecified", "0.0.0.0/8 ::/128"),
        ("loopback", "127.0.0.0/8 ::1/128"),
        # Azure's answers at a public address; Amazon's over IPv6 at a private one.
        ("cloud metadata", "169.254.169.254/32 168.63.129.16/32 100.100.100.200/32 fd00:ec2::/32"),
        ("link-local", "169.254.0.0/16 fe80::/10"),
        ("private", "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10"),
        ("carrier-grade NAT", "100.64.0.0/10"),
        ("benchmarking", "198.18.0.0/15 2001:2::/48"),
        ("documentation", "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20"),
        ("multicast", "224.0.0.0/4 ff00::/8"),
        ("broadcast", "255.255.255.255/32"),
        ("tunnel", "192.88.99.0/24 2002::/16 2001::/32 64:ff9b:1::/48"),
        ("reserved", "192.0.0.0/24 240.0.0.0/4 ::/96 100::/64 2001::/23 5f00::/16"),
    )
)
_IPV4_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")  # what DNS64 gives for an ordinary site in a network without IPv4
_IPV6_GLOBAL = IPv6Network("2000::/3")  # all that IANA has given out for global unicast
_ISATAP = (0x00005EFE, 0x02005EFE)  # an IPv4 address follows these in the lower half


def why_forbidden(address: Address) -> str | None:
    """The kind of address that may not be reached ("private", "loopback"…); None for a public one."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return "link-local"
        if address in _IPV4_MAPPED or address in _NAT64:
            return why_forbidden(IPv4Address(int(address) & 0xFFFFFFFF))
        if int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
            return "tunnel"
    for reason, networks in _FORBIDDEN:
        if any(address.version == network.version and address in network for network in networks):
            return reason
    if isinstance(address, IPv6Address) and address not in _IPV6_GLOBAL:
        return "reserved"
    return None if address.is_global else "reserved"


@dataclass(frozen=True, slots=True)
class _Exception:
    """One entry of FETCH_ALLOW: a name or a network, with a port or for all ports."""

    name: str | None
    network: Network | None
    port: int | None


@dataclass(frozen=True, slots=True)
class AllowList:
    """What FETCH_ALLOW excepts from the rule. Empty by default: then only public addresses are reached."""

    entries: tuple[_Exception, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "AllowList":
        """From `127.0.0.1:8081, 10.1.0.0/16, [::1]:8080, wiki.example`; ValueError for anything else."""
        return cls(tuple(_entry(part.strip()) for part in text.split(",") if part.strip()))

    def allows_name(self, name: str, port: int) -> bool:
        """Whether a host's name is excepted, so that it may lead to a private address."""
        return any(e.name == name and e.port in (None, port) for e in self.entries)

    def allows(self, address: Address, port: int) -> bool:
        """Whether an address is excepted by its network."""
        return any(
            e.network is not None
            and e.network.version == address.version
            and address in e.network
            and e.port in (None, port)
            for e in self.entries
        )

    def check(self, address: Address, port: int, name: str | None = None) -> None:
        """Raise FetchRefused unless the address is public or excepted, itself or by its host's name.

        A name that is excepted still may not lead to a cloud's metadata: it says what it says to anybody.
        """
        reason = why_forbidden(address)
        if reason is None or self.allows(address, port):
            return
        if name is not None and reason != "cloud metadata" and self.allows_name(name, port):
            return
        raise FetchRefused(
            f"leads to {address}, which is not a public address ({reason}).",
            "Only public addresses are fetched; FETCH_ALLOW can name exceptions.",
        )


def _entry(text: str) -> _Exception:
    host, port = text, None
    if text.startswith("["):  # [::1] or [::1]:8080
        host, closed, rest = text[1:].partition("]")
        port = _port(rest[1:]) if rest.startswith(":") else None
        if not closed or (rest and port is None):
            raise ValueError(text)
    elif text.count(":") == 1:
        host, _, digits = text.partition(":")
        port = _port(digits)
    try:
        return _Exception(None, ip_network(host), port)
    except ValueError:
        pass
    name = host.lower().rstrip(".")
    if not name or not all(c.isascii() and (c.isalnum() or c in "-._") for c in name) or name[-1].isdigit():
        raise ValueError(text)
    return _Exception(name, None, port)


def _port(digits: str) -> int:
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits) < 65_536:
        raise ValueError(digits)
    return int(digits)


def as_address(text: str) -> Address | None:
    """The text as an IP address in its plain form, None for anything else."""
    try:
        return ip_address(text)
    except ValueError:
        return None
