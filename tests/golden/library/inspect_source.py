import inspect
def plain(a, b=2, *c, d: int = 4, **e) -> str:
    """Of plain."""
    return a
class Thing:
    """Of Thing."""
    def method(self, x):
        # comment
        return lambda y: x + y
print(inspect.getsource(plain))
print(inspect.getsource(Thing.method))
print(inspect.getsourcelines(Thing)[1])
print(inspect.signature(plain), inspect.getdoc(Thing), inspect.getdoc(plain))
for name, parameter in inspect.signature(plain).parameters.items():
    print(name, parameter.kind.name, parameter.default is inspect.Parameter.empty, parameter.annotation)
print(inspect.getfullargspec(plain))
print(inspect.isfunction(plain), inspect.ismethod(Thing().method), inspect.isclass(Thing), inspect.isbuiltin(len), inspect.isgeneratorfunction(plain))
bound = inspect.signature(plain).bind(1, 2, 3, d=5, z=6)
bound.apply_defaults()
print(bound.arguments)
