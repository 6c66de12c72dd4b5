"""Which addresses are public, and which are not however they are written."""

import socket

import pytest

from syria_events.web.addresses import AddressError, AddressGuard, ForbiddenAddressError


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_permitted(address: str) -> None:
    assert AddressGuard().permits(address, 443)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
    ],
)
def test_all_others_are_not(address: str) -> None:
    guard = AddressGuard()

    assert not guard.permits(address, 80)
    with pytest.raises(ForbiddenAddressError, match="not public"):
        guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, 80)))


def test_networks_and_single_services_can_be_allowed() -> None:
    guard = AddressGuard.of(["127.0.0.1:8070", "10.0.0.0/8", "[::1]:8070"])

    assert guard.permits("127.0.0.1", 8070)
    assert guard.permits("::ffff:127.0.0.1", 8070)
    assert guard.permits("::1", 8070)
    assert guard.permits("10.9.9.9", 1)
    assert not guard.permits("127.0.0.1", 5432)
    assert not guard.permits("127.0.0.2", 8070)


@pytest.mark.parametrize("entry", ["localhost", "127.0.0.1:http", "nonsense", "", "127.0.0.1:99999"])
def test_an_entry_that_means_nothing_is_named(entry: str) -> None:
    with pytest.raises(AddressError, match="neither a network"):
        AddressGuard.of([entry])
