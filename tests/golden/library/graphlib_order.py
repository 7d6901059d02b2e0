import graphlib
print(list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0::3])
s = graphlib.TopologicalSorter(); s.add(1, 2, 3); s.add(2, 3); s.prepare()
while s.is_active():
    ready = s.get_ready(); print(sorted(ready)); s.done(*ready)
try: graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare()
except graphlib.CycleError as error: print(error.args[0])
try: s.add(5)
except ValueError as error: print(error)
