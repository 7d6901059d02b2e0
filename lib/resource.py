"""Limits and use of what the system gives to a process."""

import os as _os
from posix import _getrlimit, _setrlimit
from _collections import _tuplegetter

error = OSError
RLIM_INFINITY = -1
(RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK,
 RLIMIT_AS, _, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME) = range(16)
RLIMIT_OFILE = RLIMIT_NOFILE
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
_FIELDS = ("ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock "
           "ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw").split()
_PAGE = 4096


class struct_rusage(tuple):
    """The use of a process, by names and by places."""

    __slots__ = ()
    n_fields = n_sequence_fields = len(_FIELDS)
    n_unnamed_fields = 0

    def __repr__(self):
        return f"resource.struct_rusage({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"


for _place, _name in enumerate(_FIELDS):
    setattr(struct_rusage, _name, _tuplegetter(_place, ""))
del _place, _name, _


def getrlimit(resource, /):
    if not 0 <= resource <= RLIMIT_RTTIME:
        raise ValueError("invalid resource specified")
    return _getrlimit(resource)


def setrlimit(resource, limits, /):
    if not 0 <= resource <= RLIMIT_RTTIME:
        raise ValueError("invalid resource specified")
    limits = tuple(limits)
    if len(limits) != 2:
        raise ValueError("expected a tuple of 2 integers")
    try:
        _setrlimit(resource, *limits)
    except PermissionError:
        raise ValueError("not allowed to raise maximum limit") from None


def getpagesize():
    return _PAGE


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    times = _os.times()
    values = dict.fromkeys(_FIELDS, 0)
    if who == RUSAGE_CHILDREN:
        values["ru_utime"], values["ru_stime"] = times.children_user, times.children_system
        return struct_rusage(values.values())
    values["ru_utime"], values["ru_stime"] = times.user, times.system
    try:
        with open("/proc/self/status") as status:
            found = dict(line.split(":", 1) for line in status)
        with open("/proc/self/stat") as stat:
            parts = stat.read().rpartition(")")[2].split()
    except (OSError, ValueError):
        return struct_rusage(values.values())
    values["ru_maxrss"] = int(found.get("VmHWM", "0").split()[0])
    values["ru_minflt"], values["ru_majflt"] = int(parts[7]), int(parts[9])
    values["ru_nvcsw"] = int(found.get("voluntary_ctxt_switches", 0))
    values["ru_nivcsw"] = int(found.get("nonvoluntary_ctxt_switches", 0))
    return struct_rusage(values.values())
