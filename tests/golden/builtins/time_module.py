"""The time module: shapes of answers, since the answers themselves change."""

import time

a = time.time()
b = time.perf_counter()
c = time.monotonic()
d = time.process_time()
print(type(a).__name__, type(b).__name__, type(c).__name__, type(d).__name__, type(time.time_ns()).__name__, type(time.perf_counter_ns()).__name__, type(time.monotonic_ns()).__name__)
time.sleep(0.02)
print(time.time() - a >= 0.019, time.perf_counter() - b >= 0.019, time.monotonic() - c >= 0.019, time.process_time() - d < 0.019, a > 1.7e9, abs(time.time_ns() / 1e9 - a) < 5)
print(time.perf_counter() <= time.perf_counter(), time.monotonic_ns() <= time.monotonic_ns())
time.sleep(0)
time.sleep(True * 0)
for wrong in (-1, "x", None, float("nan")):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for function in (time.time, time.perf_counter, time.monotonic):
    try:
        function(1)
    except TypeError as error:
        print(error)
start = time.perf_counter()
total = 0
for i in range(20000):
    total += i * i
print(total, time.perf_counter() - start < 30)
