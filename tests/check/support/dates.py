"""Days as roadbook writes them on pages, worked out here once more."""
import datetime

MONTHS = ("January February March April May June July August September October November "
          "December").split()
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
DAY = datetime.timedelta(days=1)


def day(text):
    return datetime.date.fromisoformat(text[:10])


def month_name(date, short=False):
    name = MONTHS[date.month - 1]
    return name[:3] if short else name


def long_day(date):
    """ "5 January 2026" """
    return f"{date.day} {month_name(date)} {date.year}"


def short_day(date):
    """ "5 Jan" """
    return f"{date.day} {month_name(date, True)}"


def long_range(first, last, short=False):
    """ "5 - 11 January 2026", "30 March - 5 April 2026", with an en dash"""
    begin = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begin += " " + month_name(first, short)
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} – {last.day} {month_name(last, short)} {last.year}"


def short_range(first, last):
    """ "5 - 11 Jan", "30 Mar - 5 Apr", with an en dash """
    begin = f"{first.day}" if first.month == last.month else short_day(first)
    return f"{begin} – {short_day(last)}"


def duration(minutes):
    """ "1 h 30", "45 min", "2 h" """
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def hours(minutes):
    """ "2.8", "4" """
    return f"{round(minutes / 60 + 1e-9, 1):g}"
