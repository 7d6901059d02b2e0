# Type parameters live in a scope around the class.
class A[T]:
    x: T
