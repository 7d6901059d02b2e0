# `super().name()` skips the proxy object.
class A:
    def f(self):
        return super().f(1)
