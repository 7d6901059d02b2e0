from datetime import datetime, timedelta, timezone, tzinfo, time
east = timezone(timedelta(hours=5, minutes=30), "IST")
a = datetime(2024, 6, 1, 12, tzinfo=east)
print(a, a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), repr(east), repr(a))
class Odd(tzinfo):
    def utcoffset(self, when): return timedelta(hours=-3)
    def dst(self, when): return timedelta(0)
    def tzname(self, when): return "odd"
b = datetime(2024, 6, 1, 12, tzinfo=Odd())
print(b, b - a, b > a, b.timetuple()[:6], b.utctimetuple()[:6], b.strftime("%z %Z"))
print(datetime.fromtimestamp(0, timezone.utc), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), time(1, tzinfo=east))
try: a - datetime(2024, 1, 1)
except TypeError as error: print("naive")
print(datetime(2024, 1, 1) == a, timezone.utc is timezone(timedelta(0)), timezone.min)
