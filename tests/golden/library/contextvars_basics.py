import contextvars
v = contextvars.ContextVar("v", default=1)
w = contextvars.ContextVar("w")
print(v.get(), w.get("none"))
token = v.set(2)
print(v.get(), token.old_value is contextvars.Token.MISSING, token.var is v)
context = contextvars.copy_context()
def inside():
    v.set(3); w.set("w")
    return v.get()
print(context.run(inside), v.get(), context[v], w in context, len(context), sorted(map(str, context.values())))
v.reset(token)
print(v.get())
for make in (lambda: w.get(), lambda: v.reset(token), lambda: context.run(lambda: context.run(print))):
    try: make()
    except (LookupError, RuntimeError) as error: print(type(error).__name__)
with v.set(9): print(v.get())
print(v.get())
