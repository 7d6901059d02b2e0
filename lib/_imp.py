"""What `importlib` asks of the interpreter. Modules are found and loaded by the interpreter itself: the finder on `sys.meta_path`
tells `importlib` what it would find, and its loader imports by `__import__`."""

import sys
from _pyfast_imp import find as _find

check_hash_based_pycs = "default"
pyc_magic_number_token = 0


def acquire_lock():
    pass


def release_lock():
    pass


def lock_held():
    return False


def extension_suffixes():
    return []


def is_builtin(name, /):
    return 1 if name in sys.builtin_module_names or name == "_warnings" else 0


def is_frozen(name, /):
    return False


def is_frozen_package(name, /):
    raise ImportError(f"No such frozen object named {name}", name=name)


def find_frozen(name, /, *, withdata=False):
    return None


def get_frozen_object(name, data=None, /):
    raise ImportError(f"No such frozen object named {name}", name=name)


def init_frozen(name, /):
    return None


def _frozen_module_names():
    return []


def create_builtin(spec, /):
    return __import__(spec.name)


def exec_builtin(mod, /):
    return 0


def create_dynamic(spec, file=None, /):
    raise ImportError("extension modules are not supported", name=spec.name)


def exec_dynamic(mod, /):
    return 0


def _fix_co_filename(code, path, /):
    pass


def source_hash(key, source):
    return (hash((key, bytes(source))) & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")


def _override_frozen_modules_for_tests(override, /):
    pass


def _override_multi_interp_extensions_check(override, /):
    return 0


class _Loader:
    """Imports by the interpreter."""

    def __init__(self, name, path, is_package):
        self.name = name
        self.path = path
        self._is_package = is_package

    def create_module(self, spec):
        __import__(spec.name)
        return sys.modules[spec.name]

    def exec_module(self, module):
        pass

    def load_module(self, name):
        __import__(name)
        return sys.modules[name]

    def is_package(self, name):
        return self._is_package

    def get_filename(self, name):
        return self.path

    def get_source(self, name):
        from _pyfast_imp import source
        return source(name, self.path)

    def get_code(self, name):
        return compile(self.get_source(name), self.path, "exec")

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()


class _Finder:
    """Finds what the interpreter would find."""

    _is_pyfast = True

    @staticmethod
    def find_spec(name, path=None, target=None):
        found = _find(name, path)
        return None if found is None else _spec(name, *found)

    @staticmethod
    def invalidate_caches():
        pass


def _spec(name, origin, locations):
    """The spec of a module that the interpreter finds at `origin`."""
    from importlib._bootstrap import ModuleSpec
    loader = None if origin is None else _Loader(name, origin, locations is not None)
    spec = ModuleSpec(name, loader, origin=origin, is_package=locations is not None)
    if locations is not None:
        spec.submodule_search_locations = locations
    if origin is not None and origin != "built-in":
        spec.has_location = True
    return spec


def _adopt():
    """Gives the modules that came before `importlib` specs of its class."""
    for name, module in list(sys.modules.items()):
        old = getattr(module, "__spec__", None)
        if type(old) is type(sys.implementation):
            module.__spec__ = _spec(name, old.origin, old.submodule_search_locations)
            module.__loader__ = module.__spec__.loader
    from importlib import _bootstrap, _bootstrap_external
    sys.modules["_frozen_importlib"] = _bootstrap
    sys.modules["_frozen_importlib_external"] = _bootstrap_external


def _ask(finder, name, path):
    """The module that another finder than ours has, or None."""
    find_spec = getattr(finder, "find_spec", None)
    spec = None if find_spec is None else find_spec(name, path, None)
    if spec is None:
        return None
    from importlib._bootstrap import _load_unlocked
    return _load_unlocked(spec)


if not hasattr(sys, "meta_path"):
    sys.meta_path = []
if not hasattr(sys, "path_hooks"):
    sys.path_hooks = []
if not hasattr(sys, "path_importer_cache"):
    sys.path_importer_cache = {}
if _Finder not in sys.meta_path:
    sys.meta_path.append(_Finder)
