import importlib, importlib.util, importlib.machinery, sys, json, types
print(json.__spec__.name, json.__spec__.parent, json.__spec__.submodule_search_locations is not None, type(json.__spec__).__name__)
import json.decoder
print(json.decoder.__spec__.parent, json.decoder.__package__, json.decoder.__spec__.has_location)
print(importlib.util.find_spec("no_such_module_at_all"))
print(importlib.util.find_spec("json.tool").name)
module = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("fresh", None))
print(module.__name__, module.__spec__.name, isinstance(module, types.ModuleType))
print(importlib.util.resolve_name(".b", "a"))
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
again = importlib.reload(json)
print(again is json)
