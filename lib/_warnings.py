"""What is warned from below `warnings`."""

_defaultaction = "default"
_onceregistry = {}
filters = []


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    from warnings import warn
    warn(message, category, stacklevel + 1, source, skip_file_prefixes=skip_file_prefixes)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    from warnings import warn_explicit
    warn_explicit(message, category, filename, lineno, module, registry, module_globals, source)
