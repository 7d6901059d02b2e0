import calendar, time
print(calendar.month(2024, 2)); print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 1, 1), calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(calendar.Calendar(6).monthdayscalendar(2024, 9), list(calendar.day_abbr), calendar.TextCalendar(0).formatweek([(1, 0), (0, 1)], 3))
print(len(calendar.HTMLCalendar().formatmonth(2024, 1)), calendar.calendar(2023, m=6).splitlines()[2])
t = time.struct_time((2024, 3, 4, 5, 6, 7, 0, 64, 0))
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), t.tm_year, t[:3], time.gmtime(86400).tm_mday, time.strptime("1 Jan 99", "%d %b %y")[:3], time.mktime(time.localtime(1000)) == 1000.0)
for make in (lambda: calendar.monthrange(2024, 13), lambda: time.strptime("x", "%d"), lambda: time.strftime("%Y", (1,)), lambda: time.sleep(-1)):
    try: make()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
