"""What `opcode` asks of CPython's instructions. pyfast has instructions of its own, which `dis` does not show."""

from _opcode_metadata import opmap as _opmap

_NAMES = {number: name for name, number in _opmap.items()}
_JUMPS = ("JUMP", "FOR_ITER", "SEND", "POP_JUMP")


def stack_effect(opcode, oparg=None, /, *, jump=None):
    raise ValueError("invalid opcode or oparg")


def _named(opcode):
    return _NAMES.get(opcode, "")


def is_valid(opcode):
    return opcode in _NAMES


def has_arg(opcode):
    return opcode > 43


def has_const(opcode):
    return _named(opcode) in ("LOAD_CONST", "RETURN_CONST")


def has_name(opcode):
    return _named(opcode).endswith(("_NAME", "_GLOBAL", "_ATTR", "IMPORT_FROM"))


def has_jump(opcode):
    return _named(opcode).startswith(_JUMPS)


def has_free(opcode):
    return _named(opcode).endswith(("_DEREF", "COPY_FREE_VARS", "MAKE_CELL"))


def has_local(opcode):
    return "_FAST" in _named(opcode)


def has_exc(opcode):
    return _named(opcode).startswith("SETUP_")


def get_intrinsic1_descs():
    return []


def get_intrinsic2_descs():
    return []


def get_special_method_names():
    return ["__enter__", "__exit__", "__aenter__", "__aexit__"]


def get_nb_ops():
    return [("NB_" + name, sign) for name, sign in [
        ("ADD", "+"), ("AND", "&"), ("FLOOR_DIVIDE", "//"), ("LSHIFT", "<<"), ("MATRIX_MULTIPLY", "@"), ("MULTIPLY", "*"),
        ("REMAINDER", "%"), ("OR", "|"), ("POWER", "**"), ("RSHIFT", ">>"), ("SUBTRACT", "-"), ("TRUE_DIVIDE", "/"), ("XOR", "^"),
    ]]


def get_executor(*, code, offset):
    raise ValueError("no executor exists")

ENABLE_SPECIALIZATION = False
ENABLE_SPECIALIZATION_FT = False
