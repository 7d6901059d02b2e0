"""Signals. Handlers are kept, and run by `raise_signal`; of what the system sends only SIGINT is seen, as KeyboardInterrupt."""

_NUMBERS = """HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ
VTALRM PROF WINCH IO PWR SYS"""
for _number, _name in enumerate(_NUMBERS.split(), 1):
    globals()["SIG" + _name] = _number
del _number, _name, _NUMBERS
SIGCLD, SIGPOLL, SIGIOT = SIGCHLD, SIGIO, SIGABRT
SIGRTMIN, SIGRTMAX = 34, 64
NSIG = 65
SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class ItimerError(OSError):
    __module__ = "signal"


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def _check(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")


def signal(signalnum, handler, /):
    _check(signalnum)
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    before = getsignal(signalnum)
    _handlers[signalnum] = handler
    return before


def getsignal(signalnum, /):
    _check(signalnum)
    return _handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if callable(handler):
        import sys
        handler(signalnum, sys._getframe(1))
    elif handler == SIG_DFL and signalnum not in (SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
        import os
        os.kill(os.getpid(), signalnum)


def strsignal(signalnum, /):
    _check(signalnum)
    return _TEXTS.get(signalnum)


_TEXTS = {SIGHUP: "Hangup", SIGINT: "Interrupt", SIGQUIT: "Quit", SIGILL: "Illegal instruction", SIGABRT: "Aborted",
          SIGFPE: "Floating point exception", SIGKILL: "Killed", SIGSEGV: "Segmentation fault", SIGPIPE: "Broken pipe",
          SIGALRM: "Alarm clock", SIGTERM: "Terminated", SIGUSR1: "User defined signal 1", SIGUSR2: "User defined signal 2",
          SIGCHLD: "Child exited"}


def valid_signals():
    return set(range(1, NSIG)) - {32, 33}


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag, /):
    _check(signalnum)
