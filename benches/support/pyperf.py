"""The names of `pyperf` that pyperformance's benchmarks use, for `scripts/pyperformance`.

Prints a line a benchmark: its name and the least CPU time of one call in seconds, of three measurements of a tenth of a second or more.
"""

import argparse
import sys
import time

perf_counter = time.process_time
SECONDS_MIN = 0.1
ROUNDS = 3


def python_implementation():
    return sys.implementation.name


class Runner:
    def __init__(self, **_):
        self.argparser = argparse.ArgumentParser()
        self.argparser.add_argument("--inherit-environ")
        self.metadata = {}
        self.args = None

    def parse_args(self, args=None):
        if self.args is None:
            self.args = self.argparser.parse_args(args)
        return self.args

    def _run(self, name, seconds_of):
        self.parse_args()
        loops = 1
        while (seconds := seconds_of(loops)) < SECONDS_MIN:
            loops *= 2
        rounds = [seconds, *(seconds_of(loops) for _ in range(ROUNDS - 1))]
        print(f"{name}\t{min(rounds) / loops:.9f}", flush=True)

    def bench_func(self, name, func, *args, **_):
        def seconds_of(loops):
            started = perf_counter()
            for _ in range(loops):
                func(*args)
            return perf_counter() - started

        self._run(name, seconds_of)

    def bench_time_func(self, name, func, *args, **_):
        self._run(name, lambda loops: func(loops, *args))

    def bench_async_func(self, name, func, *args, **_):
        import asyncio

        def seconds_of(loops):
            async def main():
                started = perf_counter()
                for _ in range(loops):
                    await func(*args)
                return perf_counter() - started

            return asyncio.run(main())

        self._run(name, seconds_of)
