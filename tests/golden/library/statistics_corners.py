"""statistics over every kind of number, with too little data and odd data."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import statistics
from decimal import Decimal as D
from fractions import Fraction as F
from statistics import *

ask("""
mean([1, 2, 3, 4]), mean([1.5, 2]), mean([F(1, 2), F(1, 3)]), mean([D("1.1"), D("2.2")]), mean([True, False]), mean(iter([1, 2])), mean([1, 2.0]), mean([10**20, 1]), fmean([1, 2, 4]), fmean([1, 2], weights=[1, 3]), mean([float("inf"), 1])
mean([])
mean(["a"])
mean([1, D(1)])
mean([1.5, D(1)])
fmean([])
fmean([1, 2], [1])
fmean([1], [0])
median([3, 1, 2]), median([4, 1, 2, 3]), median_low([4, 1, 2, 3]), median_high([4, 1, 2, 3]), median_grouped([1, 2, 2, 3, 4, 4]), median_grouped([1, 3, 3, 5, 7], interval=2), median(["b", "a", "c"]), median([F(1, 2), 1])
median([])
median(["a", "b"])
median([1, "a"])
mode("aabbb"), mode([1, 2]), multimode("aabbc"), multimode([]), mode([1, 1.0, True])
mode([])
mode([[]])
pvariance([1, 2, 3, 4]), variance([1, 2, 3, 4]), pstdev([1, 2, 3, 4]), stdev([1, 2, 3, 4]), variance([D(1), D(2), D(4)]), variance([F(1, 2), F(1, 3)]), pvariance([1]), variance([1, 2, 3], xbar=2), pvariance([1, 2], mu=1.5), stdev([D(1), D(3)]), pstdev([F(1), F(2)]), stdev([1.5, 2.5, 4.0])
variance([1])
pvariance([])
stdev([1])
geometric_mean([1, 4, 16]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([0, 1]), harmonic_mean([5])
geometric_mean([])
geometric_mean([0, 1]), geometric_mean([1, float("nan")])
geometric_mean([-1, 1])
harmonic_mean([-1])
harmonic_mean([])
harmonic_mean([1], [1, 2])
quantiles([1, 2, 3, 4, 5]), quantiles([1, 2, 3], n=2), quantiles(range(10), n=5, method="inclusive"), quantiles([5]), quantiles([F(1), F(2)], n=3)
quantiles([1, 2], n=0)
quantiles([])
quantiles([1, 2], method="x")
correlation([1, 2, 3], [2, 4, 7]), covariance([1, 2, 3], [2, 4, 7]), linear_regression([1, 2, 3], [2, 4, 7]), linear_regression([1, 2], [2, 4], proportional=True), correlation([1, 2, 3], [3, 1, 2], method="ranked")
correlation([1, 2], [1])
correlation([1], [1])
correlation([1, 1], [1, 2])
linear_regression([1, 1], [1, 2])
covariance([1], [2])
n := NormalDist(100, 15)
NormalDist(1, 2).mean, NormalDist(100, 15).cdf(115), NormalDist().pdf(0), NormalDist().inv_cdf(0.975), NormalDist(1, 2) + 5, NormalDist(1, 2) * 2, NormalDist(1, 2) + NormalDist(3, 4), -NormalDist(1, 2), NormalDist(1, 2) - 1, NormalDist(4, 2) / 2, NormalDist(1, 2) == NormalDist(1, 2), NormalDist.from_samples([1, 2, 3]), NormalDist(0, 1).overlap(NormalDist(1, 1)), NormalDist().quantiles(4), NormalDist(10, 2).zscore(14), NormalDist().samples(3, seed=5), NormalDist(1, 2).variance, NormalDist(1, 2).mode
NormalDist(1, -1)
NormalDist().inv_cdf(1)
NormalDist(1, 0).cdf(1)
NormalDist() + "x"
NormalDist.from_samples([1])
statistics.StatisticsError.__mro__[1].__name__, sorted(statistics.__all__)[:4], kde([1, 2, 3], h=1)(2.5), kde([1, 2], h=1, kernel="triangular", cumulative=True)(1.5)
kde([], 1)
kde([1], 0)
""")
