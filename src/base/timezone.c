/* timezone: TZif files (RFC 8536) and the rule in their last line, unrolled into one list of
 * changes. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/report.h"
#include "base/text.h"
#include "base/timezone.h"
#include "base/timezone_rule.h"

#define FILE_LIMIT   (1 << 20)
#define HEADER_SIZE  44
#define LAST_YEAR    2201 /* plans end with 2199; one year more is asked for around them */
#define STATE_SIZE   6    /* of a local time type record: offset, daylight, name's index */
#define DEFAULT_DATA "/usr/share/zoneinfo"

/* A part of the file, read front to back; `failed` once something reached past its end. */
struct reader {
    const unsigned char *at, *end;
    bool failed;
};

struct header {
    char version;
    uint32_t universal_count, wall_count, leap_count, time_count, state_count, name_size;
};

static const unsigned char *take(struct reader *reader, size_t size)
{
    if (reader->failed || size > (size_t)(reader->end - reader->at)) {
        reader->failed = true;
        return NULL;
    }
    const unsigned char *bytes = reader->at;
    reader->at += size;
    return bytes;
}

/* A big-endian two's complement number of SIZE bytes. */
static int64_t signed_number(const unsigned char *bytes, size_t size)
{
    uint64_t value = (bytes[0] & 0x80) ? UINT64_MAX : 0;

    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[i];
    return (int64_t)value;
}

static uint32_t count_number(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool read_header(struct reader *reader, struct header *header)
{
    const unsigned char *bytes = take(reader, HEADER_SIZE);

    if (!bytes || memcmp(bytes, "TZif", 4) != 0)
        return false;
    header->version = (char)bytes[4];
    header->universal_count = count_number(bytes + 20);
    header->wall_count = count_number(bytes + 24);
    header->leap_count = count_number(bytes + 28);
    header->time_count = count_number(bytes + 32);
    header->state_count = count_number(bytes + 36);
    header->name_size = count_number(bytes + 40);
    return header->time_count <= FILE_LIMIT && header->leap_count <= FILE_LIMIT &&
           header->state_count > 0 && header->state_count <= 256 && header->name_size > 0 &&
           header->name_size <= FILE_LIMIT && header->wall_count <= 256 &&
           header->universal_count <= 256;
}

/* The size of the block that follows, its times taking TIME_SIZE bytes each. */
static size_t block_size(const struct header *header, size_t time_size)
{
    return header->time_count * (time_size + 1) + header->state_count * STATE_SIZE +
           header->name_size + header->leap_count * (time_size + 4) + header->wall_count +
           header->universal_count;
}

static bool read_state(const unsigned char *states, const unsigned char *names,
                       const struct header *header, size_t index, struct clock_state *state)
{
    if (index >= header->state_count)
        return false;
    const unsigned char *bytes = states + index * STATE_SIZE;
    if (bytes[5] >= header->name_size)
        return false;
    const char *name = (const char *)names + bytes[5];
    size_t length = strnlen(name, header->name_size - bytes[5]);
    if (length >= sizeof state->name)
        return false;
    *state = (struct clock_state){.offset = (int)signed_number(bytes, 4), .daylight = bytes[4]};
    memcpy(state->name, name, length);
    return state->offset > -DAY_SECONDS * 7 && state->offset < DAY_SECONDS * 7;
}

static bool same_state(const struct clock_state *a, const struct clock_state *b)
{
    return a->offset == b->offset && a->daylight == b->daylight && strcmp(a->name, b->name) == 0;
}

/* The changes as they are gathered. */
struct gathering {
    struct pool *pool;
    struct timezone_data *zone;
    struct clock_change *changes;
    size_t capacity;
};

/* Adds a change; one at the instant of the last one replaces it, and one that changes nothing is
 * left out. */
static void add_change(struct gathering *gathering, const struct clock_change *change)
{
    struct timezone_data *zone = gathering->zone;

    if (zone->change_count > 0 &&
        gathering->changes[zone->change_count - 1].instant == change->instant)
        zone->change_count--;
    const struct clock_state *before =
        zone->change_count > 0 ? &gathering->changes[zone->change_count - 1].state : &zone->first;
    if (same_state(before, &change->state))
        return;
    gathering->changes = pool_extend(gathering->pool, gathering->changes, zone->change_count,
                                     &gathering->capacity, sizeof *gathering->changes);
    gathering->changes[zone->change_count++] = *change;
    zone->changes = gathering->changes;
}

static bool read_block(struct reader *reader, const struct header *header, size_t time_size,
                       struct gathering *gathering)
{
    const unsigned char *times = take(reader, header->time_count * time_size);
    const unsigned char *indexes = take(reader, header->time_count);
    const unsigned char *states = take(reader, header->state_count * STATE_SIZE);
    const unsigned char *names = take(reader, header->name_size);

    take(reader,
         header->leap_count * (time_size + 4) + header->wall_count + header->universal_count);
    if (reader->failed || !read_state(states, names, header, 0, &gathering->zone->first))
        return false;
    int64_t last = INT64_MIN;
    for (size_t i = 0; i < header->time_count; i++) {
        struct clock_change change = {.instant = signed_number(times + i * time_size, time_size)};
        if (change.instant < last || !read_state(states, names, header, indexes[i], &change.state))
            return false;
        last = change.instant;
        add_change(gathering, &change);
    }
    return true;
}

/* The changes that the rule in the file's last line makes after those that the file lists. */
static bool follow_rule(struct reader *reader, struct gathering *gathering)
{
    size_t left = (size_t)(reader->end - reader->at);

    if (left < 2 || reader->at[0] != '\n')
        return false;
    const unsigned char *close = memchr(reader->at + 1, '\n', left - 1);
    if (!close)
        return false;
    struct tz_rule rule;
    size_t length = (size_t)(close - reader->at) - 1;
    if (length == 0)
        return true; /* nothing is said about later times */
    if (!tz_rule_parse((const char *)reader->at + 1, length, &rule))
        return false;

    struct timezone_data *zone = gathering->zone;
    int64_t last =
        zone->change_count > 0 ? gathering->changes[zone->change_count - 1].instant : INT64_MIN;
    if (!rule.changes) {
        /* Such a rule only repeats the last state, unless the file has no change at all. */
        if (zone->change_count == 0)
            zone->first = rule.standard;
        return true;
    }
    int year = last > 0 ? civil_of((day)(last / DAY_SECONDS)).year : 1970;
    for (; year <= LAST_YEAR; year++) {
        struct clock_change pair[2];
        tz_rule_year(&rule, year, pair);
        for (int i = 0; i < 2; i++) {
            if (pair[i].instant > last)
                add_change(gathering, &pair[i]);
        }
    }
    return true;
}

static bool read_all(struct reader *reader, struct gathering *gathering)
{
    struct header header;

    if (!read_header(reader, &header))
        return false;
    if (header.version == 0)
        return read_block(reader, &header, 4, gathering);
    /* From version 2 on a second block with times of 64 bits follows, and the rule after it. */
    if (!take(reader, block_size(&header, 4)) || !read_header(reader, &header))
        return false;
    return read_block(reader, &header, 8, gathering) && follow_rule(reader, gathering);
}

/* Only names of the tz database's own form: no way out of its folder, and not the copies that count
 * leap seconds or follow the machine's setting. */
static bool acceptable(const char *name)
{
    static const char *const not_zones[] = {"posix/", "right/", "localtime", "posixrules",
                                            "Factory"};

    if (!name || !*name || *name == '/' || strlen(name) > 64 || strstr(name, ".."))
        return false;
    for (const char *at = name; *at; at++) {
        bool letter = (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z');
        if (!letter && !(*at >= '0' && *at <= '9') && !strchr("+-_/", *at))
            return false;
    }
    for (size_t i = 0; i < sizeof not_zones / sizeof not_zones[0]; i++) {
        if (strncmp(name, not_zones[i], strlen(not_zones[i])) == 0)
            return false;
    }
    return true;
}

/* Reads the zone's file. One that is there and cannot be read is a failure to report: taken for
 * unknown, it would give way to another zone, and move the plan's times. */
static bool read_zone_file(const char *path, struct text *bytes)
{
    if (file_read(path, FILE_LIMIT, bytes))
        return true;
    if (errno != ENOENT && errno != ENOTDIR && errno != EISDIR && errno != ENAMETOOLONG)
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: cannot be read: %s", path, strerror(errno));
    return false;
}

const struct timezone_data *timezone_read(struct pool *pool, const char *name)
{
    if (!acceptable(name))
        return NULL;
    /* TZDIR is where libc looks, too. */
    const char *folder = getenv("TZDIR");
    struct text path = TEXT_INIT, bytes = TEXT_INIT;
    text_print(&path, "%s/%s", folder && *folder ? folder : DEFAULT_DATA, name);
    struct timezone_data *zone = pool_alloc(pool, sizeof *zone);
    bool good = read_zone_file(text_string(&path), &bytes);
    if (good) {
        struct gathering gathering = {.pool = pool, .zone = zone};
        const unsigned char *start = (const unsigned char *)text_string(&bytes);
        struct reader reader = {.at = start, .end = start + bytes.length};
        zone->name = pool_copy(pool, name, strlen(name));
        good = read_all(&reader, &gathering);
    }
    text_free(&path);
    text_free(&bytes);
    return good ? zone : NULL;
}

bool timezone_known(const char *name)
{
    struct pool *pool = pool_new();
    bool known = timezone_read(pool, name);

    pool_free(pool);
    return known;
}

bool timezone_is_utc(const char *name)
{
    static const char *const names[] = {"UTC",  "Etc/UTC",  "UCT",       "Etc/UCT",
                                        "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

const struct clock_state *timezone_state(const struct timezone_data *zone, int64_t instant)
{
    size_t low = 0, high = zone->change_count; /* the first change after INSTANT lies in between */

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->changes[middle].instant <= instant)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &zone->changes[low - 1].state : &zone->first;
}

int64_t timezone_instant(const struct timezone_data *zone, day date, int minute)
{
    int64_t wall = (int64_t)date * DAY_SECONDS + (int64_t)minute * 60;
    /* Two days are further than any change moves a clock; the offsets in force on both sides are
     * the only candidates. */
    int before = timezone_state(zone, wall - 2 * DAY_SECONDS)->offset;
    int after = timezone_state(zone, wall + 2 * DAY_SECONDS)->offset;
    int64_t by_before = wall - before, by_after = wall - after;
    bool before_fits = timezone_state(zone, by_before)->offset == before;
    bool after_fits = timezone_state(zone, by_after)->offset == after;

    if (before_fits && after_fits)
        return by_before < by_after ? by_before : by_after;
    return after_fits ? by_after : by_before;
}
