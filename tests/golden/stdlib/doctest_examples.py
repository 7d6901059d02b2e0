"""doctest finds examples in docstrings, runs them, and counts what does not agree."""

import doctest


def double(x):
    """
    >>> double(2)
    4
    >>> double('ab')
    'abab'
    >>> double([1,
    ...         2])
    [1, 2, 1, 2]
    >>> double(None)
    Traceback (most recent call last):
      ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return x * 2


class Wrong:
    """
    >>> 1 + 1
    3
    """


finder = doctest.DocTestFinder()
for owner, name in (double, "double"), (Wrong, "Wrong"):
    for test in finder.find(owner, name, globs={"double": double}):
        print(test.name, len(test.examples), [example.lineno for example in test.examples])
        said = []
        results = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
        print(results.failed, results.attempted)
        print([line for line in "".join(said).splitlines() if "File" not in line and "***" not in line])
print(doctest.script_from_examples(double.__doc__).splitlines()[:4])
