"""Cause and context are printed before the exception that followed them."""


class ConfigError(Exception):
    pass


def read(settings, name):
    try:
        return settings[name]
    except KeyError as error:
        raise ConfigError(f"no setting {name!r}") from error


def load():
    try:
        read({}, "colour")
    except ConfigError:
        undefined_name


print("loading")
load()
