# A method is loaded without making a bound method.
def f(self, g):
    self.push(1)
    self.run(g())
