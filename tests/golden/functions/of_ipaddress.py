"""Functions of ipaddress, called with arguments of every kind: what they answer and how they refuse."""

import ipaddress

from asking import ask

NAMES = [
    "ip_address",
    "ip_network",
    "ip_interface",
    "v4_int_to_packed",
    "collapse_addresses",
]
MORE = [
    ("1.2.3.4",),
    ("::1",),
    ("1.2.3.0/24",),
]

ask(ipaddress, NAMES, MORE)
