"""Code without a file has no source lines to show."""


def run(text):
    namespace = {}
    exec(text, namespace)
    return namespace["f"]


f = run("def f(x):\n    return x.nothing_like_this_exists\n")
print("calling")
f(5)
