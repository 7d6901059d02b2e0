"""Functions of calendar, called with arguments of every kind: what they answer and how they refuse."""

import calendar

from asking import ask

NAMES = [
    "isleap",
    "leapdays",
    "monthrange",
    "weekday",
    "month",
    "timegm",
]
MORE = [
    (2020, 2),
    (2020, 2, 29),
    ((2020, 1, 2, 3, 4, 5),),
]

ask(calendar, NAMES, MORE)
