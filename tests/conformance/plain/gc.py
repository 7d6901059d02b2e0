"""No collector to talk to."""

callbacks = []


def collect(generation=2):
    return 0


def enable():
    pass


disable = enable


def isenabled():
    return True


def is_tracked(value):
    raise __import__("unittest").SkipTest("gc.is_tracked")


get_referrers = get_referents = get_objects = is_tracked
