"""Sockets over descriptors."""

import os as _os
import _pyfast_net as _net

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 2048, 524288
SOL_SOCKET, SOL_TCP, SOL_UDP = 1, 6, 17
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = 1, 2, 3, 4, 6, 7, 8, 9
SO_LINGER, SO_REUSEPORT = 13, 15
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
IPV6_V6ONLY = 26
TCP_NODELAY = 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
MSG_PEEK, MSG_DONTWAIT = 2, 64
SOMAXCONN = 4096
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 32, 1024
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2
EAI_NONAME, EAI_FAMILY, EAI_AGAIN, EAI_FAIL = -2, -6, -3, -4
INADDR_ANY, INADDR_LOOPBACK = 0, 0x7F000001
has_ipv6 = True
CAPI = None

error = OSError
timeout = TimeoutError


class gaierror(OSError):
    __module__ = "socket"


class herror(OSError):
    __module__ = "socket"


_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    _default_timeout = None if timeout is None else float(timeout)


class socket:
    """A socket: its family, type, protocol, descriptor and timeout."""

    __slots__ = ("_family", "_type", "_proto", "_fd", "_timeout")
    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._family = AF_INET if family == -1 else int(family)
        self._type = SOCK_STREAM if type == -1 else int(type)
        self._proto = 0 if proto == -1 else int(proto)
        self._fd = _net.open(self._family, self._type & 15) if fileno is None else fileno
        self._timeout = None
        if _default_timeout is not None:
            self.settimeout(_default_timeout)

    def fileno(self):
        return self._fd

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        fd = self.detach()
        if fd >= 0:
            _os.close(fd)

    def settimeout(self, value):
        self._timeout = None if value is None else float(value)
        if self._timeout is not None and self._timeout < 0:
            raise ValueError("Timeout value out of range")
        _net.setblocking(self._fd, self._timeout is None)

    def gettimeout(self):
        return self._timeout

    timeout = property(lambda self: self._timeout)

    def setblocking(self, flag):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0

    def _ready(self, events):
        if self._timeout and not _net.wait([(self._fd, events)], self._timeout):
            raise TimeoutError("timed out")

    def _address(self, address):
        if self.family == AF_UNIX:
            return _os.fsdecode(address)
        host, port = address[:2]
        return _numeric(host, self.family), port

    def connect(self, address):
        try:
            _net.connect(self._fd, self._address(address))
        except BlockingIOError:
            if not self._timeout:
                raise
            self._ready(4)
            failure = _net.error_of(self._fd)
            if failure:
                raise OSError(failure, _os.strerror(failure)) from None

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as error:
            return error.errno
        return 0

    def bind(self, address):
        _net.bind(self._fd, self._address(address))

    def listen(self, backlog=128):
        _net.listen(self._fd, backlog)

    def _accept(self):
        self._ready(1)
        return _net.accept(self._fd)

    def recv(self, bufsize, flags=0):
        self._ready(1)
        return _net.recv(self._fd, bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast("B")
        data = self.recv(nbytes or len(view))
        view[:len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0):
        self._ready(1)
        return _net.recvfrom(self._fd, bufsize)

    def send(self, data, flags=0):
        self._ready(4)
        return _net.send(self._fd, data)

    def sendall(self, data, flags=0):
        view = memoryview(data).cast("B")
        while view:
            view = view[self.send(view):]

    def sendto(self, data, *rest):
        self._ready(4)
        return _net.sendto(self._fd, data, self._address(rest[-1]))

    def shutdown(self, how):
        _net.shutdown(self._fd, how)

    def getsockname(self):
        return _net.getsockname(self._fd)

    def getpeername(self):
        return _net.getpeername(self._fd)

    def setsockopt(self, level, optname, value, optlen=None):
        _net.setsockopt(self._fd, level, optname, value)

    def getsockopt(self, level, optname, buflen=0):
        if level == SOL_SOCKET and optname == SO_ERROR:
            return _net.error_of(self._fd)
        if level == SOL_SOCKET and optname == SO_TYPE:
            return self.type
        return 0


SocketType = socket


def _numeric(host, family=AF_UNSPEC):
    if host in ("", None):
        return "::" if family == AF_INET6 else "0.0.0.0"
    if host == "<broadcast>":
        return "255.255.255.255"
    for address, is_six in _net.resolve(host):
        if family == AF_UNSPEC or is_six == (family == AF_INET6):
            return address
    raise gaierror(EAI_NONAME, "Name or service not known")


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    a, b = _net.pair(family, type)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def close(fd, /):
    _os.close(fd)


def dup(fd, /):
    return _os.dup(fd)


def gethostname():
    return _os.uname().nodename


def gethostbyname(host, /):
    return _numeric(host, AF_INET)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    if host is None:
        found = [("0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1", False)]
    else:
        found = _net.resolve(host)
    port = int(port or 0)
    out = []
    for address, is_six in found:
        of = AF_INET6 if is_six else AF_INET
        if family not in (0, of):
            continue
        for kind, protocol in ((SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP)):
            if type in (0, kind) and proto in (0, protocol):
                out.append((of, kind, protocol, "", (address, port, 0, 0) if is_six else (address, port)))
    if not out:
        raise gaierror(EAI_NONAME, "Name or service not known")
    return out


def inet_aton(text, /):
    parts = [int(part) for part in text.split(".")]
    if len(parts) != 4 or not all(0 <= part < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(parts)


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed))


def inet_pton(family, text, /):
    import ipaddress
    try:
        return (ipaddress.IPv6Address if family == AF_INET6 else ipaddress.IPv4Address)(text).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family, packed, /):
    import ipaddress
    return str((ipaddress.IPv6Address if family == AF_INET6 else ipaddress.IPv4Address)(bytes(packed)))


def htons(x, /):
    return (x & 255) << 8 | x >> 8


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl
