"""Functions of calendar, called with arguments of every kind: what they answer and how they refuse."""

import calendar

from asking import ask

NAMES = [
    "monthcalendar",
    "weekheader",
]
MORE = [
    (2020, 2),
    (2020, 13),
]

ask(calendar, NAMES, MORE)
