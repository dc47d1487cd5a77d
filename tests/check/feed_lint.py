#!/usr/bin/python3
"""Judges feeds by the rules of RFC 5545 and by our own, as no parser finds much fault with anything.

    feed_lint.py FILE.ics...    a line "FILE: what is wrong" each, exit status 1 where there is one
    feed_lint.py                plants faults into a good feed and sees that each is found

What python3-icalendar and python3-dateutil make of the file is held against it as well.
"""
import datetime
import io
import re
import sys
import zoneinfo

import dateutil.tz
import icalendar

STAMP = r"\d{8}T\d{6}Z"
TEXT = r"(?:[^\\;,]|\\[\\;,Nn])*"
ONCE = {  # at most once, and what a value must look like
    "VCALENDAR": {
        "VERSION": r"2\.0", "PRODID": r".+", "CALSCALE": "GREGORIAN", "NAME": TEXT, "DESCRIPTION": TEXT,
        "LAST-MODIFIED": STAMP, "REFRESH-INTERVAL": r"P.+", "COLOR": r"[a-z]+", "X-WR-CALNAME": r".+",
        "X-WR-CALDESC": r".+", "X-WR-TIMEZONE": r"[A-Za-z0-9_+/-]+", "X-PUBLISHED-TTL": r"P.+",
        "X-APPLE-CALENDAR-COLOR": r"#[0-9A-F]{6}", "X-ROADBOOK-PLAN": r"[0-9a-f-]{36}",
        "X-ROADBOOK-START": r"\d{4}-\d\d-\d\d", "X-ROADBOOK-LAYOUT": r"[0-9a-f]{16}"},
    "VEVENT": {
        "UID": r"[0-9a-f-]{36}", "DTSTAMP": STAMP, "LAST-MODIFIED": STAMP, "SEQUENCE": r"\d+",
        "DTSTART": r"\d{8}(?:T\d{6}Z?)?", "DTEND": r"\d{8}(?:T\d{6}Z?)?", "SUMMARY": TEXT, "DESCRIPTION": TEXT,
        "URL": r"https?://[!-~]+", "STATUS": "TENTATIVE|CONFIRMED|CANCELLED", "TRANSP": "OPAQUE|TRANSPARENT"},
    "VTODO": {
        "UID": r"[0-9a-f-]{36}", "DTSTAMP": STAMP, "LAST-MODIFIED": STAMP, "SEQUENCE": r"\d+",
        "DTSTART": r"\d{8}(?:T\d{6}Z?)?", "DUE": r"\d{8}(?:T\d{6}Z?)?", "SUMMARY": TEXT, "DESCRIPTION": TEXT,
        "URL": r"https?://[!-~]+", "STATUS": "NEEDS-ACTION|COMPLETED|IN-PROCESS|CANCELLED",
        "COMPLETED": STAMP, "PERCENT-COMPLETE": r"\d+"},
    "VALARM": {"ACTION": "DISPLAY", "TRIGGER": r"-?P.+", "DESCRIPTION": TEXT},
    "VTIMEZONE": {"TZID": r"[A-Za-z0-9_+/-]+"},
    "STANDARD": {"DTSTART": r"\d{8}T\d{6}", "TZOFFSETFROM": r"[+-]\d{4,6}", "TZOFFSETTO": r"[+-]\d{4,6}",
                 "TZNAME": r".+", "RRULE": r"FREQ=YEARLY;.+"},
}
ONCE["DAYLIGHT"] = ONCE["STANDARD"]
OFTEN = {"VEVENT": {"CATEGORIES": TEXT}, "VTODO": {"CATEGORIES": TEXT}}
REQUIRED = {
    "VCALENDAR": ["VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "REFRESH-INTERVAL",
                  "X-PUBLISHED-TTL"],
    "VEVENT": ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CATEGORIES", "STATUS",
               "TRANSP"],
    "VTODO": ["UID", "DTSTAMP", "SUMMARY", "STATUS"], "VALARM": ["ACTION", "TRIGGER", "DESCRIPTION"],
    "VTIMEZONE": ["TZID"], "STANDARD": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
    "DAYLIGHT": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
}
INSIDE = {"VCALENDAR": [None], "VEVENT": ["VCALENDAR"], "VTODO": ["VCALENDAR"], "VTIMEZONE": ["VCALENDAR"],
          "VALARM": ["VEVENT", "VTODO"], "STANDARD": ["VTIMEZONE"], "DAYLIGHT": ["VTIMEZONE"]}
EVENT_ORDER = ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
               "CATEGORIES", "URL", "STATUS", "TRANSP"]


class Component:
    def __init__(self, name, parent, line):
        self.name, self.parent, self.line = name, parent, line
        self.properties, self.children = [], []

    def value(self, name):
        return next((value for key, _, value in self.properties if key == name), None)

    def parameters(self, name):
        return next((parameters for key, parameters, _ in self.properties if key == name), "")

    def walk(self, name):
        found = [self] if self.name == name else []
        for child in self.children:
            found += child.walk(name)
        return found


def physical_lines(data, problems):
    """The unfolded lines, with the number of the first line of each."""
    if not data.endswith(b"\r\n"):
        problems.append("does not end with CRLF")
    lines = []
    for number, raw in enumerate(data.split(b"\r\n")[:-1] if data else [], 1):
        if b"\r" in raw or b"\n" in raw:
            problems.append(f"line {number}: CR or LF alone")
        if len(raw) > 75:
            problems.append(f"line {number}: {len(raw)} octets")
        if not raw:
            problems.append(f"line {number}: empty")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(f"line {number}: {error}")
            text = raw.decode("utf-8", "replace")
        if re.search("[\x00-\x08\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text):
            problems.append(f"line {number}: control character")
        if text.startswith(" ") and lines:
            lines[-1] = (lines[-1][0], lines[-1][1] + text[1:])
        else:
            lines.append((number, text))
    return lines


def components(lines, problems):
    """The outermost component, or None."""
    top = current = None
    for number, line in lines:
        match = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line)
        if not match:
            problems.append(f"line {number}: not a property")
            continue
        name, parameters, value = match.groups()
        if name == "BEGIN":
            if current is None and top is not None:
                problems.append(f"line {number}: a second calendar")
                return top
            component = Component(value, current, number)
            if (current.name if current else None) not in INSIDE.get(value, []):
                problems.append(f"line {number}: {value} does not belong here")
            if current:
                current.children.append(component)
            else:
                top = component
            current = component
        elif name == "END":
            if current is None or current.name != value:
                problems.append(f"line {number}: END:{value} without its BEGIN")
            else:
                current = current.parent
        elif current is None:
            problems.append(f"line {number}: {name} outside of all components")
        else:
            current.properties.append((name, parameters, value))
    if current is not None:
        problems.append(f"{current.name} is not ended")
    return top


def judge_properties(component, problems):
    where = f"line {component.line}, {component.name}"
    names = [name for name, _, _ in component.properties]
    for name in REQUIRED.get(component.name, []):
        if name not in names:
            problems.append(f"{where}: no {name}")
    for name, parameters, value in component.properties:
        form = ONCE.get(component.name, {}).get(name)
        if form is None:
            form = OFTEN.get(component.name, {}).get(name)
        elif names.count(name) > 1:
            problems.append(f"{where}: {name} more than once")
        if form is None:
            problems.append(f"{where}: {name} does not belong here")
        elif not re.fullmatch(form, value):
            problems.append(f"{where}: {name} reads {value!r}")
        if not re.fullmatch(allowed_parameters(component, name, value), parameters):
            problems.append(f"{where}: {name} with parameters {parameters!r}")
    for child in component.children:
        judge_properties(child, problems)


def allowed_parameters(component, name, value):
    if name in ("DTSTART", "DTEND", "DUE") and component.name in ("VEVENT", "VTODO"):
        if len(value) == 8:
            return ";VALUE=DATE"
        return "" if value.endswith("Z") else ";TZID=[A-Za-z0-9_+/-]+"
    return ";VALUE=DURATION" if name == "REFRESH-INTERVAL" else ""


def moment(component, name, problems):
    """A date, or a time in UTC; None where it is neither, which was said."""
    value, zone = component.value(name), component.parameters(name)
    if value is None:
        return None
    try:
        if len(value) == 8:
            return datetime.datetime.strptime(value, "%Y%m%d").date()
        time = datetime.datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
        if value.endswith("Z"):
            return time.replace(tzinfo=datetime.timezone.utc)
        local = time.replace(tzinfo=zoneinfo.ZoneInfo(zone.replace(";TZID=", "")))
        there = local.astimezone(datetime.timezone.utc)
        if there.astimezone(local.tzinfo).replace(tzinfo=None) != time:
            problems.append(f"line {component.line}: {name} {value} is skipped by the clocks")
        return there
    except (ValueError, zoneinfo.ZoneInfoNotFoundError) as error:
        problems.append(f"line {component.line}: {name}: {error}")
        return None


def judge_event(event, problems):
    where = f"line {event.line}, VEVENT"
    order = [EVENT_ORDER.index(name) for name, _, _ in event.properties if name in EVENT_ORDER]
    if order != sorted(order):
        problems.append(f"{where}: properties out of order")
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        moment(event, name, problems)
    start, end = moment(event, "DTSTART", problems), moment(event, "DTEND", problems)
    if start is None or end is None:
        return
    timed = isinstance(start, datetime.datetime)
    if timed != isinstance(end, datetime.datetime):
        problems.append(f"{where}: DTSTART and DTEND of two kinds")
    elif not start < end:
        problems.append(f"{where}: ends before it has begun")
    elif not timed and end - start != datetime.timedelta(days=1):
        problems.append(f"{where}: all-day, but not of one day")
    if (event.value("TRANSP") == "OPAQUE") != timed:
        problems.append(f"{where}: TRANSP {event.value('TRANSP')}")


def judge_zones(calendar, text, problems):
    declared = [zone.value("TZID") for zone in calendar.walk("VTIMEZONE")]
    used = {parameters[6:] for kind in ("VEVENT", "VTODO") for component in calendar.walk(kind)
            for _, parameters, _ in component.properties if parameters.startswith(";TZID=")}
    for name in sorted(used - set(declared)):
        problems.append(f"TZID {name} is not declared")
    for name in declared:
        if declared.count(name) > 1:
            problems.append(f"VTIMEZONE {name} more than once")
    for name in sorted(set(declared) - used - {calendar.value("X-WR-TIMEZONE")}):
        problems.append(f"VTIMEZONE {name} is not needed")
    for zone in calendar.walk("VTIMEZONE"):
        if not zone.children:
            problems.append(f"line {zone.line}, VTIMEZONE: no observance")
    if problems:
        return
    # Does the VTIMEZONE say the same as the system, at each event's time?
    for name in declared:
        ours, system = dateutil.tz.tzical(io.StringIO(text)).get(name), zoneinfo.ZoneInfo(name)
        for event in calendar.walk("VEVENT"):
            if event.parameters("DTSTART") == ";TZID=" + name:
                time = datetime.datetime.strptime(event.value("DTSTART"), "%Y%m%dT%H%M%S")
                if time.replace(tzinfo=ours).utcoffset() != time.replace(tzinfo=system).utcoffset():
                    problems.append(f"VTIMEZONE {name} is wrong at {time}")
                    break


def judge_by_parser(data, calendar, problems):
    """The same events, with the same words, as icalendar reads them."""
    try:
        events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    except ValueError as error:
        problems.append(f"icalendar: {error}")
        return
    ours = [event.value("SUMMARY") for event in calendar.walk("VEVENT")]
    if len(events) != len(ours):
        problems.append(f"icalendar reads {len(events)} events, not {len(ours)}")
    for event, escaped in zip(events, ours):
        words = re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], escaped)
        # icalendar takes an escaped backslash before an n for a line end.
        if "\\\\" not in escaped and str(event["SUMMARY"]) != words:
            problems.append(f"icalendar reads {str(event['SUMMARY'])!r}, not {words!r}")


def lint(data):
    """All that is wrong with the bytes."""
    problems = []
    calendar = components(physical_lines(data, problems), problems)
    if calendar is None or calendar.name != "VCALENDAR":
        return problems + ["not a calendar"]
    judge_properties(calendar, problems)
    uids = [component.value("UID") for kind in ("VEVENT", "VTODO") for component in calendar.walk(kind)]
    problems += [f"UID {uid} more than once" for uid in sorted({uid for uid in uids if uid and uids.count(uid) > 1})]
    for event in calendar.walk("VEVENT"):
        judge_event(event, problems)
    stamps = [event.value("LAST-MODIFIED") or "" for event in calendar.walk("VEVENT")]
    if stamps and (calendar.value("LAST-MODIFIED") or "") < max(stamps):  # newer where an event is gone
        problems.append("the calendar's LAST-MODIFIED is before that of its newest event")
    judge_zones(calendar, data.decode("utf-8", "replace"), problems)
    if not problems:
        judge_by_parser(data, calendar, problems)
    return problems


GOOD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//roadbook//Feed//EN
CALSCALE:GREGORIAN
NAME:Bread\\, from flour
X-WR-CALNAME:Bread
X-WR-TIMEZONE:Europe/Rome
LAST-MODIFIED:20260102T120000Z
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:DAYLIGHT
DTSTART:20250330T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:00000000-0000-5000-8000-000000000001
DTSTAMP:20260102T120000Z
LAST-MODIFIED:20260102T120000Z
SEQUENCE:1
DTSTART;TZID=Europe/Rome:20260706T190000
DTEND;TZID=Europe/Rome:20260706T203000
SUMMARY:Dough\\; yeast \u00b7 caf\u00e9
DESCRIPTION:Read: chapter 1\\nDo: knead
CATEGORIES:Study
CATEGORIES:Review
URL:https://example.org/dough
STATUS:CONFIRMED
TRANSP:OPAQUE
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Dough
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:00000000-0000-5000-8000-000000000002
DTSTAMP:20260101T120000Z
LAST-MODIFIED:20260101T120000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20260707
DTEND;VALUE=DATE:20260708
SUMMARY:First loaf
CATEGORIES:Milestone
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""

FAULTS = {  # what is planted: (text, its replacement)
    "missing UID": ("UID:00000000-0000-5000-8000-000000000002\n", ""),
    "UID twice in the file": ("0000002", "0000001"),
    "UID twice in the event": ("SUMMARY:First", "UID:00000000-0000-5000-8000-000000000003\nSUMMARY:First"),
    "missing DTSTAMP": ("DTSTAMP:20260101T120000Z\n", ""),
    "local DTSTAMP": ("DTSTAMP:20260101T120000Z", "DTSTAMP:20260101T120000"),
    "missing DTSTART": ("DTSTART;VALUE=DATE:20260707\n", ""),
    "missing SUMMARY": ("SUMMARY:First loaf\n", ""),
    "zone not declared": ("TZID=Europe/Rome:20260706T19", "TZID=Europe/Oslo:20260706T19"),
    "zone declared twice": ("BEGIN:VTIMEZONE\n", "BEGIN:VTIMEZONE\nTZID:Europe/Rome\nBEGIN:STANDARD\nDTSTART:19700101T000000"
                            "\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\n"),
    "wrong offset": ("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"),
    "observance without offset": ("TZOFFSETFROM:+0100\n", ""),
    "end before start": ("20260706T203000", "20260706T183000"),
    "end equal to start": ("20260706T203000", "20260706T190000"),
    "all-day of no day": ("20260708", "20260707"),
    "end of another kind": ("DTEND;VALUE=DATE:20260708", "DTEND:20260708T000000Z"),
    "impossible date": ("20260707\n", "20260231\n"),
    "bad STATUS": ("STATUS:CONFIRMED", "STATUS:NEEDS-ACTION"),
    "bad SEQUENCE": ("SEQUENCE:0", "SEQUENCE:-1"),
    "opaque day": ("TRANSP:TRANSPARENT", "TRANSP:OPAQUE"),
    "alarm without trigger": ("TRIGGER:-PT15M\n", ""),
    "alarm with UID": ("ACTION:DISPLAY", "UID:00000000-0000-5000-8000-000000000004\nACTION:DISPLAY"),
    "METHOD": ("CALSCALE:", "METHOD:PUBLISH\nCALSCALE:"),
    "UID of the calendar": ("CALSCALE:", "UID:00000000-0000-5000-8000-000000000005\nCALSCALE:"),
    "repetition": ("SUMMARY:First", "RRULE:FREQ=DAILY\nSUMMARY:First"),
    "raw comma": ("First loaf", "First, loaf"),
    "raw semicolon": ("Dough\\;", "Dough;"),
    "bad escape": ("First loaf", "First\\loaf"),
    "no VERSION": ("VERSION:2.0\n", ""),
    "order of properties": ("SEQUENCE:0\nDTSTART;VALUE=DATE:20260707", "DTSTART;VALUE=DATE:20260707\nSEQUENCE:0"),
    "event not ended": ("END:VEVENT\nEND:VCALENDAR", "END:VCALENDAR"),
    "cut off": ("END:VCALENDAR\n", ""),
    "two calendars": ("END:VCALENDAR\n", "END:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n"),
    "control character": ("First loaf", "First\x1b[1m loaf"),
    "tab": ("First loaf", "First\tloaf"),
    "C1 control": ("First loaf", "First\u0085loaf"),
    "line separator": ("First loaf", "First\u2028loaf"),
    "long line": ("First loaf", "First loaf " + "x" * 70),
    "empty line": ("CALSCALE:", "\nCALSCALE:"),
    "no property": ("First loaf", "First\nloaf"),
    "space in URL": ("org/dough", "org/my dough"),
    "script in URL": ("https://example.org/dough", "javascript:alert(1)"),
    "newest stamp": ("20260102T120000Z\nREFRESH", "20260101T120000Z\nREFRESH"),
    "time that is skipped": ("20260706T190000", "20260329T023000"),
}


def self_test():
    passed, failed = 0, 0

    def count(good, what):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        if not good:
            print("FAILED:", what)

    def feed(text):
        return text.replace("\n", "\r\n").encode()

    problems = lint(feed(GOOD))
    count(not problems, f"the good feed: {problems}")
    for name, (text, replacement) in FAULTS.items():
        assert text in GOOD, name
        count(bool(lint(feed(GOOD.replace(text, replacement, 1)))), f"{name}: not found")
    count(bool(lint(GOOD.encode())), "LF alone: not found")
    count(bool(lint(feed(GOOD).replace("\u00e9".encode(), b"\xe9"))), "Latin-1: not found")
    folded_inside = "\u00e9".encode()[:1] + b"\r\n " + "\u00e9".encode()[1:]
    count(bool(lint(feed(GOOD).replace("\u00e9".encode(), folded_inside))), "fold inside a character: not found")
    count(bool(lint(b"")), "an empty file: not found")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    if len(sys.argv) == 1:
        return self_test()
    wrong = 0
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            for problem in lint(file.read()):
                print(f"{path}: {problem}")
                wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
