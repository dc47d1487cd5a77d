/* languages_test: each language's months, weekdays and units are read back as what they are, and
 * are what a second hand, here, wrote down. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/scan.h"

/* What a language calls months, weekdays from Monday on, and units from the day up, with the words
 * that its short forms are beginnings of. Written from school knowledge, not from the sources. */
static const struct calendar_names {
    const char *code;
    const char *months[12], *inflected[12];
    const char *weekdays[7], *other_weekdays[7];
    const char *units[UNIT_YEAR];
} calendars[] = {
    {.code = "en",
     .months = {"January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"},
     .weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
     .units = {"day", "week", "month", "quarter", "semester", "year"}},
    {.code = "de",
     .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember"},
     .weekdays = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
     .units = {"Tag", "Woche", "Monat", "Quartal", "Semester", "Jahr"}},
    {.code = "es",
     .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre"},
     .weekdays = {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
     .other_weekdays = {[2] = "miercoles", [5] = "sabado"},
     .units = {"día", "semana", "mes", "trimestre", "cuatrimestre", "año"}},
    {.code = "pt",
     .months = {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
                "setembro", "outubro", "novembro", "dezembro"},
     .weekdays = {"segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
                  "sábado", "domingo"},
     .other_weekdays = {[1] = "terca-feira", [5] = "sabado"},
     .units = {"dia", "semana", "mês", "trimestre", "semestre", "ano"}},
    {.code = "fr",
     .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre"},
     .weekdays = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
     .units = {"jour", "semaine", "mois", "trimestre", "semestre", "année"}},
    {.code = "ru",
     .months = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
                "октябрь", "ноябрь", "декабрь"},
     .inflected = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                   "сентября", "октября", "ноября", "декабря"},
     .weekdays = {"понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
                  "воскресенье"},
     .other_weekdays = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"},
     .units = {"день", "неделя", "месяц", "квартал", "семестр", "год"}},
    {.code = "zh",
     .weekdays = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"},
     .other_weekdays = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"},
     .units = {"天", "星期", "个月", "季度", "学期", "年"}},
    {.code = "ja",
     .weekdays = {"月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"},
     .units = {"日間", "週間", "か月", "四半期", "学期", "年間"}},
};

enum sort { MONTH, WEEKDAY, UNIT };

/* The number, from 0, of the month, weekday or unit that TEXT is, all of it; -1 for none. */
static int read_as(enum sort sort, const char *text, size_t length)
{
    struct scan scan = {text, length, 0};
    int month = 0;
    enum weekday weekday = MONDAY;
    enum unit unit = UNIT_NONE;
    bool read = sort == MONTH     ? scan_month(&scan, &month)
                : sort == WEEKDAY ? scan_weekday(&scan, &weekday)
                                  : scan_unit(&scan, &unit);

    if (!read || !scan_end(&scan))
        return -1;
    return sort == MONTH ? month - 1 : sort == WEEKDAY ? (int)weekday : (int)unit - UNIT_DAY;
}

static void check_read_back(const char *code, enum sort sort, const char *forms, int number)
{
    for (const char *form = forms; form && *form;) {
        size_t length = strcspn(form, "|");
        int read = read_as(sort, form, length);
        if (read != number)
            fail_msg("%s: '%.*s' is number %d, read as %d", code, (int)length, form, number, read);
        form += length + (form[length] == '|');
    }
}

static void every_form_is_read_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        const struct language *language = languages[i];
        for (int month = 0; month < 12; month++)
            check_read_back(language->code, MONTH, language->months[month], month);
        for (int weekday = MONDAY; weekday <= SUNDAY; weekday++)
            check_read_back(language->code, WEEKDAY, language->weekdays[weekday], weekday);
        for (int unit = UNIT_DAY; unit <= UNIT_YEAR; unit++)
            check_read_back(language->code, UNIT, language->units[unit], unit - UNIT_DAY);
    }
}

static size_t count_letters(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t at = 0; at < length; at++)
        count += ((unsigned char)text[at] & 0xC0) != 0x80;
    return count;
}

/* FORMS has NAME, and its short forms are beginnings of NAME or OTHER. */
static void check_list(const struct language *language, const char *forms, const char *name,
                       const char *other)
{
    const char *code = language->code;

    if (forms_match(name, strlen(name), forms, NULL) != strlen(name))
        fail_msg("%s: '%s' is not in '%s'", code, name, forms);
    if (language->script == SCRIPT_HAN || language->script == SCRIPT_KANA)
        return; /* what is short there are no beginnings */
    for (const char *form = forms; *form;) {
        size_t length = strcspn(form, "|");
        size_t letters = form[length - 1] == '.' ? length - 1 : length;
        if (count_letters(form, letters) <= 4 && !form_match(name, strlen(name), form, letters) &&
            (!other || !form_match(other, strlen(other), form, letters)))
            fail_msg("%s: '%.*s' is no short form of '%s'", code, (int)length, form, name);
        form += length + (form[length] == '|');
    }
}

static void check_name(const struct language *language, enum sort sort, const char *name,
                       int number)
{
    size_t length = name ? strlen(name) : 0;
    int read = name ? read_as(sort, name, length) : number;

    if (read != number)
        fail_msg("%s: '%s' is number %d, read as %d", language->code, name, number, read);
}

static void names_are_those_of_the_calendar(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof calendars / sizeof calendars[0]; i++) {
        const struct calendar_names *names = &calendars[i];
        const struct language *language = language_of(names->code);
        assert_string_equal(language->code, names->code);
        for (int month = 0; month < 12 && names->months[month]; month++) {
            check_name(language, MONTH, names->months[month], month);
            check_name(language, MONTH, names->inflected[month], month);
            check_list(language, language->months[month], names->months[month],
                       names->inflected[month]);
        }
        for (int weekday = MONDAY; weekday <= SUNDAY; weekday++) {
            check_name(language, WEEKDAY, names->weekdays[weekday], weekday);
            check_list(language, language->weekdays[weekday], names->weekdays[weekday],
                       names->other_weekdays[weekday]);
        }
        for (int unit = UNIT_DAY; unit <= UNIT_YEAR; unit++) {
            const char *name = names->units[unit - UNIT_DAY];
            check_name(language, UNIT, name, unit - UNIT_DAY);
            assert_int_equal(forms_match(name, strlen(name), language->units[unit], NULL),
                             strlen(name));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_read_back),
        cmocka_unit_test(names_are_those_of_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
