"""Weak references that are strong: enough to import what imports them."""

CallableProxyType = type("CallableProxyType", (), {})
ProxyType = type("ProxyType", (), {})


class ref:
    def __init__(self, value, callback=None):
        self.value = value

    def __call__(self):
        return self.value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return isinstance(other, ref) and self.value == other.value


ReferenceType = ref


def proxy(value, callback=None):
    return value


def getweakrefcount(value):
    return 0


def getweakrefs(value):
    return []


def _remove_dead_weakref(mapping, key):
    mapping.pop(key, None)
