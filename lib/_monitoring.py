"""`sys.monitoring`: tools and their callbacks can be registered. No event is ever delivered, as handlers carry no instrumentation."""

DEBUGGER_ID, COVERAGE_ID, PROFILER_ID, OPTIMIZER_ID = 0, 1, 2, 5
_TOOLS_MAX = 6


class _Sentinel:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"<sentinel: {self._name}>"


DISABLE, MISSING = _Sentinel("DISABLE"), _Sentinel("MISSING")


class events:
    """The sets of events by their bits."""

    NO_EVENTS = 0
    _NAMES = ("PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH_LEFT BRANCH_RIGHT STOP_ITERATION RAISE "
              "EXCEPTION_HANDLED PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE BRANCH")
    for _bit, _name in enumerate(_NAMES.split()):
        locals()[_name] = 1 << _bit
    del _bit, _name, _NAMES


_names, _events, _local, _callbacks = {}, {}, {}, {}


def _check(tool_id, in_use=True):
    if not 0 <= tool_id < _TOOLS_MAX:
        raise ValueError(f"invalid tool {tool_id} (must be between 0 and 5)")
    if in_use and tool_id not in _names:
        raise ValueError(f"tool {tool_id} is not in use")


def use_tool_id(tool_id, name, /):
    _check(tool_id, False)
    if not isinstance(name, str):
        raise ValueError("tool name must be a str")
    if tool_id in _names:
        raise ValueError(f"tool {tool_id} is already in use")
    _names[tool_id] = name


def clear_tool_id(tool_id, /):
    _check(tool_id, False)
    _events.pop(tool_id, None)
    for table in (_callbacks, _local):
        for key in [key for key in table if key[0] == tool_id]:
            del table[key]


def free_tool_id(tool_id, /):
    clear_tool_id(tool_id)
    _names.pop(tool_id, None)


def get_tool(tool_id, /):
    _check(tool_id, False)
    return _names.get(tool_id)


def register_callback(tool_id, event, func, /):
    _check(tool_id, False)
    if event <= 0 or event.bit_count() != 1:
        raise ValueError("The callback can only be set for one event at a time")
    if event > events.BRANCH:
        raise ValueError(f"invalid event {event}")
    old = _callbacks.pop((tool_id, event), None)
    if func is not None:
        _callbacks[tool_id, event] = func
    return old


def get_events(tool_id, /):
    _check(tool_id)
    return _events.get(tool_id, 0)


def set_events(tool_id, event_set, /):
    _check(tool_id)
    if not 0 <= event_set < 2 * events.BRANCH:
        raise ValueError(f"invalid event set 0x{event_set:x}")
    _events[tool_id] = event_set


def get_local_events(tool_id, code, /):
    _check(tool_id)
    return _local.get((tool_id, code), 0)


def set_local_events(tool_id, code, event_set, /):
    _check(tool_id)
    if not 0 <= event_set < 2 * events.BRANCH:
        raise ValueError(f"invalid local event set 0x{event_set:x}")
    _local[tool_id, code] = event_set


def restart_events():
    pass


def _all_events():
    return {}
