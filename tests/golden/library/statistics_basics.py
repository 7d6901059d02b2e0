import statistics as s
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(data), s.median(data), s.mode(data), s.pstdev(data), s.variance(data), s.fmean(data), s.median_low(data), s.median_high(data), s.multimode("aabbc"))
print(s.quantiles(data, n=4), s.harmonic_mean([40, 60]), s.geometric_mean([1, 4, 16]), s.stdev([1, 2]), s.median_grouped([1, 2, 2, 3]))
print(s.correlation([1, 2, 3], [2, 4, 7]), s.linear_regression([1, 2, 3], [2, 4, 6]), s.covariance([1, 2, 3], [1, 5, 7]))
n = s.NormalDist(10, 2)
print(n, n.cdf(10), round(n.pdf(11), 6), n + 3, n * 2, round(n.inv_cdf(0.9), 5), n.zscore(14))
for make in (lambda: s.mean([]), lambda: s.variance([1]), lambda: s.mode([])):
    try: make()
    except s.StatisticsError as error: print(error)
