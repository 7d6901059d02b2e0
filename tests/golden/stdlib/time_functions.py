"""time: calendars, text, and error texts, in UTC."""

import time
from math import nan


def show(text, compute):
    try:
        print(text, "->", repr(compute())[:80])
    except Exception as error:
        print(text, "->", type(error).__name__, error.args)


show('time.sleep(-1)', lambda: time.sleep(-1))
show("time.sleep('a')", lambda: time.sleep('a'))
show('time.sleep(0)', lambda: time.sleep(0))
show('time.sleep(nan)', lambda: time.sleep(nan))
show('time.gmtime(0)', lambda: time.gmtime(0))
show('time.gmtime(1e20)', lambda: time.gmtime(1e20))
show('time.gmtime(nan)', lambda: time.gmtime(nan))
show("time.gmtime('a')", lambda: time.gmtime('a'))
show("time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %x %X %y %Z %%',time.gmtime(86400*200))", lambda: time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %x %X %y %Z %%',time.gmtime(86400*200)))
show("time.strftime('%c %p %I %M %z %G %V %u %e %D %T %F %s',time.gmtime(0))", lambda: time.strftime('%c %p %I %M %z %G %V %u %e %D %T %F %s',time.gmtime(0)))
show('time.strftime(5)', lambda: time.strftime(5))
show("time.strftime('%Y',(1,2))", lambda: time.strftime('%Y',(1,2)))
show("time.strftime('%Y',(2000,13,1,1,1,1,1,1,1))", lambda: time.strftime('%Y',(2000,13,1,1,1,1,1,1,1)))
show("time.strftime('%Y',(2000,1,41,1,1,1,1,1,1))", lambda: time.strftime('%Y',(2000,1,41,1,1,1,1,1,1)))
show("time.strftime('%Y',(2000,1,1,25,1,1,1,1,1))", lambda: time.strftime('%Y',(2000,1,1,25,1,1,1,1,1)))
show("time.strftime('%Y',(2000,1,1,1,61,1,1,1,1))", lambda: time.strftime('%Y',(2000,1,1,1,61,1,1,1,1)))
show("time.strftime('%Y',(2000,1,1,1,1,62,1,1,1))", lambda: time.strftime('%Y',(2000,1,1,1,1,62,1,1,1)))
show("time.strftime('%Y',(2000,1,1,1,1,1,1,367,1))", lambda: time.strftime('%Y',(2000,1,1,1,1,1,1,367,1)))
show("time.strftime('%Y',(2000,1,1,1,1,1,-2,1,1))", lambda: time.strftime('%Y',(2000,1,1,1,1,1,-2,1,1)))
show("time.strftime('%Y',5)", lambda: time.strftime('%Y',5))
show('time.struct_time((1,2,3))', lambda: time.struct_time((1,2,3)))
show('time.struct_time((1,2,3,4,5,6,7,8,9))', lambda: time.struct_time((1,2,3,4,5,6,7,8,9)))
show('time.struct_time(range(11))', lambda: time.struct_time(range(11)))
show('time.struct_time(5)', lambda: time.struct_time(5))
show('time.gmtime(0)[:]', lambda: time.gmtime(0)[:])
show('time.gmtime(0).tm_gmtoff', lambda: time.gmtime(0).tm_gmtoff)
show('time.gmtime(0).tm_zone', lambda: time.gmtime(0).tm_zone)
show('time.gmtime(0).n_fields', lambda: time.gmtime(0).n_fields)
show('time.struct_time.__mro__', lambda: time.struct_time.__mro__)
show('time.clock_gettime(time.CLOCK_MONOTONIC)>0', lambda: time.clock_gettime(time.CLOCK_MONOTONIC)>0)
