"""Warnings that nobody hears."""

filters = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self.record = record

    def __enter__(self):
        return [] if self.record else None

    def __exit__(self, *info):
        return False


def nothing(*args, **keywords):
    pass


warn = warn_explicit = simplefilter = filterwarnings = resetwarnings = showwarning = nothing


def deprecated(message, **keywords):
    return lambda item: item
