"""The helpers of CPython's tests, as far as they make sense here; the others skip the test that uses them."""

import sys
import unittest
from placeholder import Placeholder

verbose = False
failfast = False
use_resources = ()
MS_WINDOWS = is_apple = is_android = is_emscripten = is_wasi = is_wasm32 = is_apple_mobile = False
Py_GIL_DISABLED = Py_DEBUG = Py_TRACE_REFS = HAVE_DOCSTRINGS = HAVE_PY_DOCSTRINGS = False
has_fork_support = has_subprocess_support = False
MISSING_C_DOCSTRINGS = True
SHORT_TIMEOUT = LONG_TIMEOUT = 30.0
NHASHBITS = 64
MAX_Py_ssize_t = sys.maxsize
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 1 << 31, 1 << 32
max_memuse = real_max_memuse = 0
PIPE_MAX_SIZE = 1 << 20


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def same(item=None, *args, **keywords):
    """A decorator that changes nothing, with or without arguments."""
    return item if callable(item) else lambda item: item


def skipping(*args, **keywords):
    if len(args) == 1 and not keywords and callable(args[0]):
        return unittest.skip("")(args[0])
    return unittest.skip("")


requires_IEEE_754 = same
thread_unsafe = requires_working_socket = force_not_colorized = force_not_colorized_test_class = same
skip_emscripten_stack_overflow = skip_wasi_stack_overflow = skip_if_sanitizer = skip_if_huge_c_stack = same
skip_if_pgo_task = skip_if_unlimited_stack_size = no_tracing = no_rerun = run_with_tz = same
cpython_only = refcount_test = nomemtest = bigmemtest = bigaddrspacetest = requires_docstrings = requires_resource = skipping
requires_subprocess = requires_fork = requires_limited_api = skip_if_buggy_ucrt_strfptime = requires_gil_enabled = skipping
requires_specialization = requires_jit_disabled = requires_zlib = requires_bz2 = requires_lzma = skip_on_low_memory = skipping
no_color = same


def impl_detail(msg=None, **guards):
    return unittest.skip("detail of CPython")


def check_impl_detail(**guards):
    return False


def run_with_locale(*args):
    return same


def gc_collect():
    import gc
    gc.collect()


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def get_attribute(value, name):
    try:
        return getattr(value, name)
    except AttributeError:
        raise unittest.SkipTest(name)


def check_free_after_iterating(*args, **keywords):
    raise unittest.SkipTest("finalisers have no defined time")


def run_with_limited_c_stack(*args, **keywords):
    return same


class swap_attr:
    def __init__(self, value, name, new):
        self.value, self.name, self.new = value, name, new

    def __enter__(self):
        self.had = hasattr(self.value, self.name)
        self.old = getattr(self.value, self.name, None)
        setattr(self.value, self.name, self.new)
        return self.old

    def __exit__(self, *info):
        if self.had:
            setattr(self.value, self.name, self.old)
        elif hasattr(self.value, self.name):
            delattr(self.value, self.name)


class swap_item:
    def __init__(self, value, name, new):
        self.value, self.name, self.new = value, name, new

    def __enter__(self):
        self.had = self.name in self.value
        self.old = self.value[self.name] if self.had else None
        self.value[self.name] = self.new
        return self.old

    def __exit__(self, *info):
        if self.had:
            self.value[self.name] = self.old
        elif self.name in self.value:
            del self.value[self.name]


class Gather:
    encoding, errors = "utf-8", "strict"

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass

    def getvalue(self):
        return "".join(self.parts)


class captured_output:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.old, new = getattr(sys, self.name), Gather()
        setattr(sys, self.name, new)
        return new

    def __exit__(self, *info):
        setattr(sys, self.name, self.old)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


class adjust_int_max_str_digits:
    def __init__(self, digits):
        self.digits = digits

    def __enter__(self):
        self.old = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, *info):
        sys.set_int_max_str_digits(self.old)


class infinite_recursion:
    def __init__(self, depth=None):
        self.depth = depth or 200

    def __call__(self, function):
        def limited(*args, **keywords):
            with self:
                return function(*args, **keywords)
        return limited

    def __enter__(self):
        self.old = sys.getrecursionlimit()
        sys.setrecursionlimit(self.depth + len_of_stack())

    def __exit__(self, *info):
        sys.setrecursionlimit(self.old)


def len_of_stack():
    frame, count = sys._getframe(), 0
    while frame:
        frame, count = frame.f_back, count + 1
    return count


def get_recursion_depth():
    return len_of_stack() - 1


def get_recursion_available():
    return sys.getrecursionlimit() - len_of_stack()


def exceeds_recursion_limit():
    return 150_000


def setswitchinterval(seconds):
    pass


class catch_unraisable_exception:
    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        self.old, sys.unraisablehook = sys.unraisablehook, self.hook
        return self

    def hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *info):
        sys.unraisablehook = self.old
        self.unraisable = None


def run_in_subinterp(code):
    raise unittest.SkipTest("sub-interpreters")


class Stopwatch:
    def __enter__(self):
        self.seconds = 0.0
        return self

    def __exit__(self, *info):
        pass


def subTests(names, rows, /, *, _do_cleanups=False):
    """Runs a test method with many arguments."""
    single = isinstance(names, str)
    names = [name.strip() for name in names.split(",")] if single else list(names)

    def decorate(function):
        def test(self, /, *args, **keywords):
            for row in rows:
                values = dict(zip(names, (row,) if len(names) == 1 else row))
                with self.subTest(**values):
                    function(self, *args, **keywords, **values)
        test.__name__ = function.__name__
        return test
    return decorate


class _ALWAYS_EQ:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _LARGEST:
    def __eq__(self, other):
        return isinstance(other, _LARGEST)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return isinstance(other, _LARGEST)

    def __gt__(self, other):
        return not isinstance(other, _LARGEST)

    def __ge__(self, other):
        return True


class _SMALLEST:
    def __eq__(self, other):
        return isinstance(other, _SMALLEST)

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return isinstance(other, _SMALLEST)

    def __lt__(self, other):
        return not isinstance(other, _SMALLEST)

    def __le__(self, other):
        return True


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = _ALWAYS_EQ(), _NEVER_EQ(), _LARGEST(), _SMALLEST()


class BrokenIter:
    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises, self.iter_raises = next_raises, iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


class async_yield:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


def run_yielding_async_fn(function, /, *args, **keywords):
    coroutine = function(*args, **keywords)
    try:
        while True:
            try:
                coroutine.send(None)
            except StopIteration as stop:
                return stop.value
    finally:
        coroutine.close()


def run_no_yield_async_fn(function, /, *args, **keywords):
    coroutine = function(*args, **keywords)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("coroutine did not finish")


def sortdict(mapping):
    return "{" + ", ".join(f"{k!r}: {v!r}" for k, v in sorted(mapping.items())) + "}"


def iter_builtin_types():
    yield from (item for item in vars(__import__("builtins")).values() if isinstance(item, type))


def requires(*args):
    raise ResourceDenied(args)


def is_resource_enabled(name):
    return False


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Placeholder(f"support.{name}")
