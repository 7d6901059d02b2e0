# A class body is a function without locals that fills a namespace.
class A(B, metaclass=M):
    'doc'
    x = 1
    def f(self):
        return __class__
