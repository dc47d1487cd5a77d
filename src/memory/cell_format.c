/* cell_format: number formats. A code has up to four sections; one of them shows a number, and the
 * letters in it say as what. */
#include "memory/cell_format.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { SECTIONS = 4 };

/* What stands in one section. */
struct section {
    bool hours, minutes, days, years;
    /* "[<0.25]" */
    char comparison[3];
    double limit;
};

/* "[h]", "[<0.25]", "[Red]", "[$-409]": what stands in brackets; CODE is behind the first. */
static void read_brackets(const char *code, size_t length, struct section *section)
{
    size_t signs = strspn(code, "<>=");

    if (signs > 0 && signs < sizeof section->comparison) {
        memcpy(section->comparison, code, signs);
        section->comparison[signs] = '\0';
        section->limit = strtod(code + signs, NULL);
        return;
    }
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)code[i]) != tolower((unsigned char)code[0]))
            return;
    section->hours |= tolower((unsigned char)code[0]) == 'h';
    section->minutes |= length > 0 && strchr("msMS", code[0]);
}

/* Takes one section off *CODE, and the semicolon behind it. */
static struct section read_section(const char **code)
{
    struct section section = {.limit = 0};
    const char *at = *code;

    for (; *at && *at != ';'; at++) {
        size_t quoted = *at == '"' ? strcspn(at + 1, "\"") : *at == '[' ? strcspn(at + 1, "]") : 0;
        if (*at == '[')
            read_brackets(at + 1, quoted, &section);
        if (*at == '[' || *at == '"' || *at == '\\' || *at == '_' || *at == '*')
            at += *at == '[' || *at == '"' ? quoted + 1 : 1;
        else if (strncmp(at, "General", 7) == 0)
            at += 6;
        else
            switch (tolower((unsigned char)*at)) {
            case 'h':
                section.hours = true;
                break;
            case 's':
                section.minutes = true;
                break;
            case 'd':
                section.days = true;
                break;
            case 'y':
                section.years = true;
                break;
            default:
                break;
            }
        if (!*at)
            break;
    }
    *code = *at == ';' ? at + 1 : at;
    return section;
}

static bool holds(const struct section *section, double number)
{
    bool equal = number == section->limit, less = number < section->limit;

    if (strcmp(section->comparison, "<>") == 0)
        return !equal;
    return (strchr(section->comparison, '=') && equal) ||
           (strchr(section->comparison, '<') && less) ||
           (strchr(section->comparison, '>') && !less && !equal);
}

/* The section that shows NUMBER. */
static struct section section_for(const char *code, double number)
{
    struct section sections[SECTIONS];
    size_t count = 0;

    do
        sections[count++] = read_section(&code);
    while (*code && count < SECTIONS);
    if (sections[0].comparison[0]) {
        size_t at = 0;
        while (at + 1 < count && sections[at].comparison[0] && !holds(&sections[at], number))
            at++;
        return sections[at];
    }
    if (count > 2 && number == 0)
        return sections[2];
    return sections[count > 1 && number < 0];
}

bool format_shows_time(const char *code, double number)
{
    struct section section = section_for(code, number);

    return (section.hours || section.minutes) && !section.days && !section.years;
}

bool format_shows_date(const char *code, double number)
{
    struct section section = section_for(code, number);

    return section.days || section.years;
}
