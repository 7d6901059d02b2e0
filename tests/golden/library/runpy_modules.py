import runpy, sys, os, tempfile
folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
path = os.path.join(folder, "run_me.py")
with open(path, "w") as file:
    file.write("value = __name__\nprint('in', __name__, __package__ or '-')\nresult = given + 1 if 'given' in globals() else None\n")
found = runpy.run_path(path, {"given": 4}, "other")
print(found["value"], found["result"])
sys.path.insert(0, folder)
found = runpy.run_module("run_me", run_name="third")
print(found["value"], found["__spec__"].name)
try:
    runpy.run_module("no_such_module_here")
except ImportError as error:
    print(error)
