from . import leaf
from .. import value
from ..helper import help as from_parent

further = value.upper()


def up():
    return from_parent()


def sibling():
    return leaf.name
