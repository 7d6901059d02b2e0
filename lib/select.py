"""Waiting for descriptors."""

from _pyfast_net import wait as _wait

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
PIPE_BUF = 4096


def _number(fd):
    if isinstance(fd, int):
        number = fd
    else:
        try:
            number = fd.fileno()
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def select(rlist, wlist, xlist, timeout=None, /):
    lists = [[(item, _number(item)) for item in items] for items in (rlist, wlist, xlist)]
    wanted = {}
    for items, events in zip(lists, (POLLIN, POLLOUT, POLLPRI)):
        for _, number in items:
            wanted[number] = wanted.get(number, 0) | events
    ready = dict(_wait(list(wanted.items()), timeout))
    kinds = (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)
    return tuple([item for item, number in items if ready.get(number, 0) & events] for items, events in zip(lists, kinds))


class poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted[number] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        if timeout is not None and timeout < 0:
            timeout = None
        return _wait(list(self._wanted.items()), None if timeout is None else timeout / 1000)
