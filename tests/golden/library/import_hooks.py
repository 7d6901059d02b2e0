import sys, importlib, importlib.abc, importlib.util, importlib.machinery
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.startswith("made_"):
            return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec):
        print("create", spec.name)
    def exec_module(self, module):
        module.answer = 42
        print("exec", module.__name__, module.__spec__.name, module.__loader__ is self)
finder = Finder()
sys.meta_path.insert(0, finder)
import made_one
from made_two import answer
print(made_one.answer, answer, sys.modules["made_two"].__name__)
try:
    import not_made
except ModuleNotFoundError as error:
    print(error, error.name)
sys.meta_path.remove(finder)
try:
    import made_three
except ModuleNotFoundError as error:
    print(error)
print(importlib.import_module("made_one") is made_one)
