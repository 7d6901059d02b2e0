from datetime import date, datetime, time, timedelta, timezone, UTC
d = date(2024, 2, 29)
print(d + timedelta(days=366), d.replace(month=3), tuple(d.isocalendar()), d.weekday(), d.strftime("%a %d %b %Y %j %U"), d.toordinal())
a, b = datetime(2024, 1, 1, 12), datetime(2023, 12, 31, 23, 59, 59, 999999)
print(a - b, (a - b).total_seconds(), abs(b - a), -(a - b), (a - b) // timedelta(hours=1), divmod(a - b, timedelta(hours=5)), (a - b) / 2)
print(timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5, milliseconds=6, microseconds=7), repr(timedelta(-1, 5)))
for make in (lambda: date(2023, 2, 29), lambda: time(25), lambda: date.max + timedelta(1), lambda: timedelta(days=10**10), lambda: a - d, lambda: a < d):
    try: print(make())
    except (ValueError, OverflowError, TypeError) as error: print(type(error).__name__)
print(min(a, b), hash(a) == hash(datetime(2024, 1, 1, 12)), a == d, bool(time(0)), date.today() >= d)
