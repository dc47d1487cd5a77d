/* reader: a fuzz target over all that reads a roadmap: any bytes to a plan, its dates, its review
 * and both prints of it. Built by `make fuzz` with libFuzzer; its finds are replayed by
 * replay_test.c. */
#include <string.h>

#include "base/text.h"
#include "review/review.h"
#include "schedule/schedule.h"
#include "settings/settings.h"
#include "text/show.h"

#define LONGEST_INPUT 65536 /* bytes: what is wrong with longer ones is wrong with these */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* As main.c does: without a byte order mark, as valid UTF-8, in the pool. */
static struct source source_of(struct pool *pool, const uint8_t *bytes, size_t length)
{
    struct text clean = TEXT_INIT;
    size_t skip = length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;

    utf8_repair(&clean, (const char *)bytes + skip, length - skip, NULL);
    struct source source = {.name = "fuzz.md",
                            .bytes = pool_copy(pool, text_string(&clean), clean.length),
                            .length = clean.length};
    text_free(&clean);
    return source;
}

/* Plans end in 2199 at the latest, so that a late start keeps most of them short, and so fast. */
static day start_for(size_t length)
{
    switch (length % 32) {
    case 0:
        return day_of(2026, 1, 7);
    case 1:
        return day_of(2190, 1, 4);
    default:
        return day_of(2199, 7, 1);
    }
}

static void print_plan(struct pool *pool, const struct plan *plan, struct settings *settings,
                       size_t length)
{
    struct text out = TEXT_INIT;

    settings->rhythm.start = start_for(length);
    const struct schedule *schedule = schedule_make(pool, plan, &settings->rhythm);
    review_plan(schedule, false);
    show_text(schedule, &out);
    text_clear(&out);
    show_json(schedule, true, &out);
    text_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct settings settings;

    if (length > LONGEST_INPUT || (length && memchr(bytes, '\0', length)))
        return -1; /* the program refuses NUL bytes before it reads */
    report_reset();
    report_verbosity(-2);
    struct pool *pool = pool_new();
    struct source source = source_of(pool, bytes, length);
    settings_init(&settings, pool);
    settings.rhythm.timezone = "UTC";
    if (settings_read_front_matter(&settings, &source)) {
        struct plan *plan = roadmap_read(&source, &settings.hints);
        if (plan) {
            print_plan(pool, plan, &settings, length);
            pool_free(plan->pool);
        }
    }
    pool_free(pool);
    report_reset();
    return 0;
}
