from unittest import mock
m = mock.Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.mock_calls)
m.assert_called_once_with(1, a=2)
try:
    m.assert_called_with(5)
except AssertionError as error:
    print(str(error).splitlines()[0])
m = mock.MagicMock()
m.__len__.return_value = 7
m["k"].x.return_value = 8
print(len(m), m["k"].x(), bool(m))
m = mock.Mock(side_effect=[1, ValueError("two")])
print(m())
try: m()
except ValueError as error: print(error)
import os
with mock.patch("os.getcwd", return_value="/nowhere"):
    print(os.getcwd())
with mock.patch.object(os, "sep", "!"), mock.patch.dict(os.environ, {"A_B": "c"}):
    print(os.sep, os.environ["A_B"])
print(os.sep, "A_B" in os.environ)
class Real:
    def f(self, a): return a
made = mock.create_autospec(Real)
try: made().f()
except TypeError as error: print(error)
print(mock.call(1, b=2) == mock.call(1, b=2), mock.ANY == object(), mock.sentinel.x)
