/* rows: every setting, in the order of --help and of `show --settings`: SETTING(NAME, row).
 * Included without a guard: settings.h makes the enum of it, table.c the table, so that the two
 * cannot come apart. What a row may hold is in table.h. */

SETTING(ID, .name = "id", WORD(hints.id))
SETTING(TITLE, .name = "title", WORD(hints.title), .between = " ")
SETTING(LANG, .name = "lang", .take = take_language)
SETTING(OUTPUT, .name = "output", .letter = 'o', .argument = "DIR", WORD(output),
        .path = PATH_ALWAYS, .passing = true,
        .help = "where the files go (default: beside the roadmap)")
SETTING(HOURS, .name = "hours", .letter = 'H', .argument = "N", .take = take_hours, .between = ", ",
        .help = "hours a week (default: the roadmap's lower figure)")
SETTING(END, .name = "end", .argument = "DATE", .take = take_end, .between = ", ",
        .help = "be done by then: finds the hours a week that it takes, in place of --hours")
SETTING(COMPARE, .name = "compare", .argument = "LIST", .take = take_compare, .between = ", ",
        .help = "a page and a sheet that compare hours or ends: 5,10,2027-12-31")
SETTING(START, .name = "start", .letter = 's', .argument = "DATE", DAY(rhythm.start),
        .help = "first day of study (default: the coming Monday)")
SETTING(TIMEZONE, .name = "timezone", .letter = 'z', .argument = "ZONE", .take = take_timezone,
        .help = "time zone of the sessions, such as Europe/Berlin")
SETTING(ONLY, .name = "only", .argument = "LIST", WORD(only), .between = ", ", .passing = true,
        .help = "make only these: ", .add_help = exporter_names)
SETTING(SLOTS, .name = "slots", .argument = "TEXT", .take = take_slots, .between = "; ",
        .help = "when to study: \"Mon,Wed 19:00 1h30; Sat 10:00 2h\"")
SETTING(WEEK_START, .name = "week-start", .argument = "DAY", .take = take_week_start,
        .help = "monday (default) or sunday")
SETTING(WORKDAY_TIME, .name = "workday-time", .argument = "TIME", .take = take_workday_time,
        .help = "when to study from Monday to Friday (default: 19:00)")
SETTING(WEEKEND_TIME, .name = "weekend-time", .argument = "TIME", .take = take_weekend_time,
        .help = "when to study at the weekend (default: 10:00)")
SETTING(OFF, .name = "off", .argument = "FROM..TO", LIST(off), .take = take_off,
        .help = "days without study: their hours move to other days of the week; may be repeated")
SETTING(PERIOD, .name = "period", .argument = "FROM..TO=N", LIST(periods), .take = take_period,
        .help = "N hours a week for a while; may be repeated")
SETTING(HOLIDAYS, .name = "holidays", .argument = "FILE.ics", LIST(holidays), .take = take_holidays,
        .path = PATH_ALWAYS, .passing = true,
        .help = "a calendar whose all-day events are days off; may be repeated")
SETTING(CHOOSE, .name = "choose", .argument = "TITLE", LIST(chosen), .take = take_choice,
        .help = "pick this one of several offered; may be repeated")
SETTING(SILENCE, .name = "silence", .argument = "RULE", LIST(silenced), .take = take_silence,
        .passing = true, .help = "say nothing by this rule, such as load; may be repeated")
SETTING(TEMPLATE, .name = "template", .letter = 't', .argument = "NAME", WORD(template_name),
        .path = PATH_WITH_SLASH,
        .help = "the look of the workbook: classic, plain, eink, compact, or a file")
SETTING(PAPER, .name = "paper", .argument = "NAME", WORD(paper),
        .help = "a4, letter, a5, legal, remarkable, ...")
SETTING(WEEKS, .name = "weeks", .argument = "FROM..TO", .take = take_weeks, .momentary = true,
        .help = "print only these weeks of the workbook, by number: 12..24")
SETTING(FILLABLE, .name = "fillable", FLAG(asked.fillable),
        .help = "the workbook as a form: boxes and lines to fill in on a screen")
SETTING(PDFA, .name = "pdfa", FLAG(asked.pdfa),
        .help = "the workbook for archives: PDF/A-1b, without a form or attached files")
SETTING(TODAY, .name = "today", .argument = "DATE", DAY(today), .momentary = true,
        .help = "the day that counts as today, for repeatable builds")
SETTING(STRICT, .name = "strict", FLAG(strict), .passing = true,
        .help = "a warning makes the exit status 1, and nothing is written")
