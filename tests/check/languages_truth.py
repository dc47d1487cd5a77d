#!/usr/bin/python3
"""What words mean in each language: months, their short forms, weekdays, units, headings. The words and
their meaning are written here out of dictionaries, not out of the program's own lists, so that two that
are swapped there are seen. `show --json` of a small roadmap in each language says what was understood.
Part of make check.
Plain builds only.
"""
import collections
import datetime
import os
import sys
import tempfile

from support.program import plan_of
from support.tally import Tally

SETTINGS = ("--start", "2027-01-04", "-z", "UTC", "--today", "2027-01-04")

# date: how a day is written; span, spans: how one and how several are; kinds: a heading of each.
LANGUAGES = {
    "en": {
        "optional": "optional", "hours": "2 hours", "minutes": "45 minutes", "weekend": "Weekend",
        "prose": "This is a plan for the kitchen and it is not long.",
        "months": "January February March April May June July August September October November December",
        "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "date": "3 {month} 2027", "hour": "1 hour",
        "units": {"week": ("Week {0}", "Weeks {0} to {1}"), "month": ("Month {0}", "Months {0} to {1}")},
        "kinds": {"goal": "Goals", "topic": "Topics", "task": "Tasks", "project": "Projects", "reading": "Reading list",
                  "check": "Exit checklist", "milestone": "Milestones", "question": "Self-assessment questions",
                  "resource": "Resources", "cost": "Costs", "outcome": "Outcomes"},
        "chapters": "Chapters {0}-{1}", "schedule": "Weekly schedule"},
    "de": {
        "optional": "optional", "hours": "2 Stunden", "minutes": "45 Minuten", "weekend": "Wochenende",
        "prose": "Das ist ein Plan für die Küche, und er ist nicht lang; mit den Händen und der Zeit.",
        "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "short": "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
        "weekdays": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "date": "3. {month} 2027", "hour": "1 Stunde",
        "units": {"week": ("Woche {0}", "Wochen {0} bis {1}"), "month": ("Monat {0}", "Monate {0} bis {1}")},
        "kinds": {"goal": "Ziele", "topic": "Themen", "task": "Aufgaben", "project": "Projekte", "milestone": "Meilensteine",
                  "cost": "Kosten", "outcome": "Ergebnisse"},
        "chapters": "Kapitel {0}-{1}", "schedule": "Wochenplan"},
    "fr": {
        "optional": "facultatif", "hours": "2 heures", "minutes": "45 minutes", "weekend": "week-end",
        "prose": "Voici un plan pour la cuisine, et il est avec les mains et le temps des autres dans la maison.",
        "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "weekdays": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "date": "3 {month} 2027", "hour": "1 heure",
        "units": {"week": ("Semaine {0}", "Semaines {0} à {1}"), "month": ("Mois {0}", "Mois {0} à {1}")},
        "kinds": {"goal": "Objectifs", "task": "Tâches", "project": "Projets", "cost": "Budget"},
        "chapters": "Chapitres {0}-{1}", "schedule": "Emploi du temps"},
    "es": {
        "optional": "opcional", "hours": "2 horas", "minutes": "45 minutos", "weekend": "fin de semana",
        "prose": "Este es un plan para la cocina, con las manos y el tiempo de los otros en la casa.",
        "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "short": "ene feb mar abr may jun jul ago sep oct nov dic",
        "weekdays": "lunes martes miércoles jueves viernes sábado domingo",
        "date": "3 de {month} de 2027", "hour": "1 hora",
        "units": {"week": ("Semana {0}", "Semanas {0} a {1}"), "month": ("Mes {0}", "Meses {0} a {1}")},
        "kinds": {"goal": "Objetivos", "topic": "Temas", "task": "Tareas", "project": "Proyectos", "milestone": "Hitos"},
        "chapters": "Capítulos {0}-{1}", "schedule": "Horario"},
    "pt": {
        "optional": "opcional", "hours": "2 horas", "minutes": "45 minutos", "weekend": "fim de semana",
        "prose": "Este é um plano para a cozinha, com as mãos e o tempo dos outros; não é longo, e é meu.",
        "months": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "short": "jan fev mar abr mai jun jul ago - - nov dez",
        "weekdays": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "date": "3 de {month} de 2027", "hour": "1 hora",
        "units": {"week": ("Semana {0}", "Semanas {0} a {1}"), "month": ("Mês {0}", "Meses {0} a {1}")},
        "kinds": {"goal": "Objetivos", "topic": "Tópicos", "task": "Tarefas", "project": "Projetos", "reading": "Leituras",
                  "milestone": "Marcos", "cost": "Custos"},
        "chapters": "Capítulos {0}-{1}", "schedule": "Horários"},
    "ru": {
        "optional": "по желанию", "hours": "2 часа", "minutes": "45 минут", "weekend": "выходные",
        "prose": "Это план для кухни, и он не длинный; что на кухне и как с ним работать.",
        "months": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "short": "янв фев мар апр мая июня июля авг сен окт ноя дек",
        "weekdays": "понедельник вторник среда четверг пятница суббота воскресенье",
        "date": "3 {month} 2027", "hour": "1 час",
        "units": {"week": ("Неделя {0}", "Недели {0}–{1}"), "month": ("Месяц {0}", "Месяцы {0}–{1}")},
        "kinds": {"goal": "Цели", "topic": "Темы", "task": "Задания", "project": "Проекты"},
        "chapters": "Главы {0}-{1}", "schedule": "Расписание"},
    "zh": {
        "optional": "可选", "hours": "2小时", "minutes": "45分钟", "weekend": "周末",
        "prose": "这是一个关于厨房的计划，不长，我们每天都可以学习和练习。",
        "months": " ".join(f"{n}月" for n in range(1, 13)), "short": "", "weekdays": "周一 周二 周三 周四 周五 周六 周日",
        "date": "2027年{month}3日", "hour": "1小时",
        "units": {"week": ("第{0}周", "第{0}-{1}周"), "month": ("第{0}个月", "第{0}-{1}个月")},
        "kinds": {"goal": "目标", "task": "任务", "project": "项目"}, "chapters": "第{0}-{1}章", "schedule": "时间表"},
    "ja": {
        "optional": "任意", "hours": "2時間", "minutes": "45分", "weekend": "週末",
        "prose": "これは台所のための計画です。毎日すこしずつ学んで、練習します。",
        "months": " ".join(f"{n}月" for n in range(1, 13)), "short": "",
        "weekdays": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日", "date": "2027年{month}3日", "hour": "1時間",
        "units": {"week": ("第{0}週", "第{0}～{1}週"), "month": ("{0}ヶ月目", "")},
        "kinds": {"goal": "目標", "task": "課題"}, "chapters": "第{0}-{1}章", "schedule": "時間割"},
}


class Reader:
    def __init__(self, tally, folder, code):
        self.tally, self.code, self.words = tally, code, LANGUAGES[code]
        self.path = os.path.join(folder, code)

    def plan(self, name, text):
        path = f"{self.path}-{name}.md"
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"# Plan\n\n{self.words['prose']}\n\n{text}")
        return plan_of(path, *SETTINGS)

    def check(self, good, words, detail=""):
        self.tally.check(good, f"{self.code}: {words}", detail)


def check_months(reader):
    """The third of each month, long and short."""
    for form in ("months", "short"):
        names = reader.words[form].split()
        lines = [f"- **Item{number}** ({reader.words['date'].format(month=name)}): a, b"
                 for number, name in enumerate(names, 1) if name != "-"]
        if not lines:
            continue
        plan = reader.plan(form, f"## {reader.words['kinds']['task']}\n\n" + "\n".join(lines) + "\n")
        due = {item["title"]: item["due"] for item in plan["items"]}
        for number, name in enumerate(names, 1):
            if name != "-":
                reader.check(due.get(f"Item{number}") == f"2027-{number:02}-03",
                             f"the third of '{name}' is in month {number}", due.get(f"Item{number}"))


def check_units(reader):
    for unit, (one, several) in reader.words["units"].items():
        lines = [f"- {one.format(3)}: **Alder**", f"- {several.format(5, 8)}: **Birch**" if several else ""]
        plan = reader.plan(unit, f"## {reader.words['kinds']['task']}\n\n" + "\n".join(lines) + "\n")
        spans = {item["title"]: item["span"] for item in plan["items"]}
        for title, words, first, last in (("Alder", one, 3, 3), ("Birch", several, 5, 8)):
            if words:
                span = spans.get(title) or {}
                reader.check((span.get("unit"), span.get("from"), span.get("to")) == (unit, first, last),
                             f"'{words.format(first, last)}'", span)


def check_weekdays(reader):
    """An hour on one weekday: there is each session."""
    for number, name in enumerate(reader.words["weekdays"].split()):
        plan = reader.plan(f"weekday-{number}", f"## {reader.words['kinds']['task']}\n\n- {reader.words['units']['week'][0].format(1)}: **Alder**\n"
                           f"- {reader.words['units']['week'][0].format(3)}: **Birch**\n\n"
                           f"## {reader.words['schedule']}\n\n- {name}: {reader.words['hour']}\n")
        days = collections.Counter(datetime.datetime.fromisoformat(session["start"]).weekday()
                                   for week in plan["weeks"] for session in week["sessions"])
        reader.check(list(days) == [number], f"'{name}' is day {number} of the week", dict(days))


def check_kinds(reader):
    text = "\n".join(f"## {heading}\n\n- Alder {kind}\n" for kind, heading in reader.words["kinds"].items())
    kinds = {item["title"]: item["kind"] for item in reader.plan("kinds", text)["items"]}
    for kind, heading in reader.words["kinds"].items():
        have = kinds.get(f"Alder {kind}")
        reader.check(have == kind, f"'{heading}' is a heading of {kind}s", have)


def check_chapters(reader):
    """A book is read chapter by chapter, from the first that is asked for to the last."""
    several = reader.words["units"]["week"][1].format(1, 6)
    plan = reader.plan("chapters", f"## Alder ({several})\n\n### {LANGUAGES['en']['kinds']['reading']}\n\n"
                       f"- **Birch**: {reader.words['chapters'].format(7, 12)}\n")
    said = " ".join(session["focus"] for w in plan["weeks"] for session in w["sessions"])
    reader.check("7" in said and "12" in said and "13" not in said and "6" not in said,
                 f"'{reader.words['chapters'].format(7, 12)}'", said[:200])


def check_optional(reader):
    text = f"## {reader.words['kinds']['task']}\n\n- Alder ({reader.words['optional']})\n- Birch\n"
    marks = {item["title"].split(" (")[0]: item["optional"] for item in reader.plan("optional", text)["items"]}
    reader.check(marks.get("Alder") is True and marks.get("Birch") is False, f"'{reader.words['optional']}'", marks)


def check_lengths(reader):
    """So long each Wednesday; and on a weekend."""
    week, name = reader.words["units"]["week"][0], reader.words["weekdays"].split()[2]
    for words, length, days, number in ((reader.words["hours"], 120, {2}, 1), (reader.words["minutes"], 45, {2}, 2)):
        plan = reader.plan(f"length-{number}", f"## {reader.words['kinds']['task']}\n\n- {week.format(1)}: **Alder**\n"
                           f"- {week.format(3)}: **Birch**\n\n## {reader.words['schedule']}\n\n- {name}: {words}\n")
        have = {(datetime.datetime.fromisoformat(session["start"]).weekday(), session["minutes"])
                for w in plan["weeks"] for session in w["sessions"]}
        reader.check(have == {(day, length) for day in days}, f"'{words}' are {length} minutes", have)
    plan = reader.plan("weekend", f"## {reader.words['kinds']['task']}\n\n- {week.format(1)}: **Alder**\n"
                       f"- {week.format(3)}: **Birch**\n\n## {reader.words['schedule']}\n\n"
                       f"- {reader.words['weekend']}: {reader.words['hours']}\n")
    days = {datetime.datetime.fromisoformat(session["start"]).weekday() for w in plan["weeks"] for session in w["sessions"]}
    reader.check(days and days <= {5, 6}, f"'{reader.words['weekend']}' is the weekend", days)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for code in LANGUAGES:
            reader = Reader(tally, folder, code)
            for check in (check_months, check_units, check_weekdays, check_kinds, check_chapters,
                          check_optional, check_lengths):
                check(reader)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
