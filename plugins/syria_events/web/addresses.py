"""Which addresses may be connected to: public ones, and what the configuration allows beyond."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from syria_events.model import SyriaEventsError

_Address = IPv4Address | IPv6Address

# IPv6 forms that carry an IPv4 address to where a gateway takes it, so that a private target looks public
_TUNNELS = tuple(IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
# metadata of machines at public addresses (Azure; Oracle's within the block for protocols), and the relays of 6to4
_SPECIAL = tuple(IPv4Network(net) for net in ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24"))


class AddressError(SyriaEventsError):
    """An entry of the allow list that cannot be understood."""


class ForbiddenAddressError(OSError):
    """An address that is not public. An OSError, so that the connector takes it for a failed attempt."""


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """Checks the very address that a socket is about to connect to: after DNS, at every redirect."""

    allowed: frozenset[str] = frozenset()
    """Networks (`127.0.0.0/8`) or services (`127.0.0.1:8070`) that may be reached although they are not public."""

    def __post_init__(self) -> None:
        """Refuse entries that are neither. Raises AddressError naming the entry."""
        for entry in self.allowed:
            _parse(entry)

    @classmethod
    def of(cls, entries: Iterable[str]) -> AddressGuard:
        """Return a guard with this allow list."""
        return cls(frozenset(entries))

    def permits(self, host: str, port: int) -> bool:
        """Tell whether a literal address may be connected to."""
        address = ip_address(host.partition("%")[0])
        return is_public(address) or any(_matches(_parse(entry), address, port) for entry in self.allowed)

    def open_socket(self, info: tuple) -> socket.socket:
        """Make the socket for one resolved address. Raises ForbiddenAddressError where we must not connect."""
        family, kind, protocol, _, sockaddr = info
        if not self.permits(sockaddr[0], sockaddr[1]):
            raise ForbiddenAddressError(f"address {sockaddr[0]} is not public")
        return socket.socket(family, kind, protocol)


def is_public(address: _Address) -> bool:
    """Tell whether an address is public: not loopback, private, link-local, shared, tunnelled or of metadata."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    special = _TUNNELS if isinstance(address, IPv6Address) else _SPECIAL
    return address.is_global and not address.is_multicast and not any(address in network for network in special)


def _parse(entry: str) -> tuple[object, int | None]:
    text = entry.strip()
    for candidate, port in ((text, None), _split_port(text)):
        try:
            return ip_network(candidate, strict=False), port
        except ValueError:
            continue
    raise AddressError(f"{entry!r} is neither a network (127.0.0.0/8) nor an address with port (127.0.0.1:8070)")


def _split_port(text: str) -> tuple[str, int | None]:
    host, _, port = text.rpartition(":")
    return (host.strip("[]"), int(port)) if port.isdecimal() and int(port) < 65536 else ("", None)


def _matches(rule: tuple[object, int | None], address: _Address, port: int) -> bool:
    network, only_port = rule
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address in network and only_port in (None, port)  # type: ignore[operator]
