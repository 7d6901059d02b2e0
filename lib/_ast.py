"""The classes of syntax trees, and the way from a tree to code: by its text."""

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _field_types = {}

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            plural = "" if len(fields) == 1 else "s"
            raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} positional argument{plural}")
        given = dict(zip(fields, args))
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
            given[name] = value
        for name in self._lists:
            if name not in given:
                given[name] = []
        for name, value in given.items():
            setattr(self, name, value)

    _lists = ()

    def __reduce__(self):
        return type(self), (), dict(self.__dict__)

    def __replace__(self, /, **changes):
        state = dict(self.__dict__)
        state.update(changes)
        return type(self)(**state)

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields if hasattr(self, name))
        return f"{type(self).__name__}({shown})"


AST.__module__ = "ast"

# Name, base, fields (? may be None, * a list), attributes where they differ from the base's.
_CLASSES = """
operator | AST |  |
Add | operator |  |
boolop | AST |  |
And | boolop |  |
stmt | AST |  | lineno col_offset end_lineno end_col_offset
AnnAssign | stmt | target annotation value? simple |
Assert | stmt | test msg? |
Assign | stmt | targets* value type_comment? |
AsyncFor | stmt | target iter body* orelse* type_comment? |
AsyncFunctionDef | stmt | name args body* decorator_list* returns? type_comment? type_params* |
AsyncWith | stmt | items* body* type_comment? |
expr | AST |  | lineno col_offset end_lineno end_col_offset
Attribute | expr | value attr ctx |
AugAssign | stmt | target op value |
Await | expr | value |
BinOp | expr | left op right |
BitAnd | operator |  |
BitOr | operator |  |
BitXor | operator |  |
BoolOp | expr | op values* |
Break | stmt |  |
Call | expr | func args* keywords* |
ClassDef | stmt | name bases* keywords* body* decorator_list* type_params* |
Compare | expr | left ops* comparators* |
Constant | expr | value kind? |
Continue | stmt |  |
expr_context | AST |  |
Del | expr_context |  |
Delete | stmt | targets* |
Dict | expr | keys* values* |
DictComp | expr | key value generators* |
Div | operator |  |
cmpop | AST |  |
Eq | cmpop |  |
excepthandler | AST |  | lineno col_offset end_lineno end_col_offset
ExceptHandler | excepthandler | type? name? body* |
Expr | stmt | value |
mod | AST |  |
Expression | mod | body |
FloorDiv | operator |  |
For | stmt | target iter body* orelse* type_comment? |
FormattedValue | expr | value conversion format_spec? |
FunctionDef | stmt | name args body* decorator_list* returns? type_comment? type_params* |
FunctionType | mod | argtypes* returns |
GeneratorExp | expr | elt generators* |
Global | stmt | names* |
Gt | cmpop |  |
GtE | cmpop |  |
If | stmt | test body* orelse* |
IfExp | expr | test body orelse |
Import | stmt | names* |
ImportFrom | stmt | module? names* level? |
In | cmpop |  |
Interactive | mod | body* |
Interpolation | expr | value str conversion format_spec? |
unaryop | AST |  |
Invert | unaryop |  |
Is | cmpop |  |
IsNot | cmpop |  |
JoinedStr | expr | values* |
LShift | operator |  |
Lambda | expr | args body |
List | expr | elts* ctx |
ListComp | expr | elt generators* |
Load | expr_context |  |
Lt | cmpop |  |
LtE | cmpop |  |
MatMult | operator |  |
Match | stmt | subject cases* |
pattern | AST |  | lineno col_offset end_lineno end_col_offset
MatchAs | pattern | pattern? name? |
MatchClass | pattern | cls patterns* kwd_attrs* kwd_patterns* |
MatchMapping | pattern | keys* patterns* rest? |
MatchOr | pattern | patterns* |
MatchSequence | pattern | patterns* |
MatchSingleton | pattern | value |
MatchStar | pattern | name? |
MatchValue | pattern | value |
Mod | operator |  |
Module | mod | body* type_ignores* |
Mult | operator |  |
Name | expr | id ctx |
NamedExpr | expr | target value |
Nonlocal | stmt | names* |
Not | unaryop |  |
NotEq | cmpop |  |
NotIn | cmpop |  |
Or | boolop |  |
type_param | AST |  | lineno col_offset end_lineno end_col_offset
ParamSpec | type_param | name default_value? |
Pass | stmt |  |
Pow | operator |  |
RShift | operator |  |
Raise | stmt | exc? cause? |
Return | stmt | value? |
Set | expr | elts* |
SetComp | expr | elt generators* |
Slice | expr | lower? upper? step? |
Starred | expr | value ctx |
Store | expr_context |  |
Sub | operator |  |
Subscript | expr | value slice ctx |
TemplateStr | expr | values* |
Try | stmt | body* handlers* orelse* finalbody* |
TryStar | stmt | body* handlers* orelse* finalbody* |
Tuple | expr | elts* ctx |
TypeAlias | stmt | name type_params* value |
type_ignore | AST |  |
TypeIgnore | type_ignore | lineno tag |
TypeVar | type_param | name bound? default_value? |
TypeVarTuple | type_param | name default_value? |
UAdd | unaryop |  |
USub | unaryop |  |
UnaryOp | expr | op operand |
While | stmt | test body* orelse* |
With | stmt | items* body* type_comment? |
Yield | expr | value? |
YieldFrom | expr | value |
alias | AST | name asname? | lineno col_offset end_lineno end_col_offset
arg | AST | arg annotation? type_comment? | lineno col_offset end_lineno end_col_offset
arguments | AST | posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults* |
comprehension | AST | target iter ifs* is_async |
keyword | AST | arg? value | lineno col_offset end_lineno end_col_offset
match_case | AST | pattern guard? body* |
withitem | AST | context_expr optional_vars? |
"""

for _line in _CLASSES.split("\n"):
    if _line:
        _name, _base, _given, _more = [part.strip() for part in (_line + " | | ").split("|")[:4]]
        _parts = _given.split()
        _names = tuple(part.rstrip("?*") for part in _parts)
        _space = {"_fields": _names, "__match_args__": _names, "__module__": "ast"}
        _space["_lists"] = tuple(part[:-1] for part in _parts if part.endswith("*"))
        _space["_field_types"] = {
            part.rstrip("?*"): list[AST] if part.endswith("*") else AST | None if part.endswith("?") else object for part in _parts}
        for _part in _parts:
            if _part.endswith("?"):
                _space[_part[:-1]] = None
        if _more:
            _space["_attributes"] = tuple(_more.split())
            _space["end_lineno"] = _space["end_col_offset"] = None
        globals()[_name] = type(_name, (globals()[_base],), _space)
del _line, _name, _base, _given, _more, _parts, _names, _space, _part, _CLASSES


def _check(root):
    """Raises what CPython says of trees that lack something."""
    work = [root]
    while work:
        node = work.pop()
        cls = type(node)
        for name in cls._attributes:
            if not name.startswith("end_") and not hasattr(node, name):
                sort = next((sort for sort in cls.__mro__ if sort.__base__ is AST), cls)
                raise TypeError(f'required field "{name}" missing from {sort.__name__}')
        for name in cls._fields:
            if not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {cls.__name__}')
            value = getattr(node, name)
            if name in cls._lists and not isinstance(value, list):
                raise TypeError(f"{cls.__name__} field \"{name}\" must be a list, not a {type(value).__name__}")
            work.extend(part for part in (value if isinstance(value, list) else [value]) if isinstance(part, AST))


def _compile(tree, filename, mode, flags=0, dont_inherit=False, optimize=-1, _feature_version=-1):
    """What `compile` does with a tree; None if it is none."""
    if not isinstance(tree, AST):
        return None
    wanted = {"exec": Module, "eval": Expression, "single": Interactive, "func_type": FunctionType}[mode]
    if not isinstance(tree, wanted):
        raise TypeError(f"expected {wanted.__name__} node, got {type(tree).__name__}")
    if flags & PyCF_ONLY_AST:
        return tree
    _check(tree)
    from ast import unparse
    return compile(unparse(tree) + "\n" * (mode != "eval"), filename, mode, flags, dont_inherit, optimize)
