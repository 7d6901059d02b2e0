"""The package `test`: `support` is ours, everything else CPython's. The runner extends `__path__`."""
