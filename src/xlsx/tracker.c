/* tracker: the exporter of the tracker (.xlsx): which sheets, in what order, into which bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/report.h"
#include "export.h"
#include "memory/seal.h"
#include "xlsx/sheets/sheets.h"

#define PROPERTY_CHARACTERS 255 /* libxlsxwriter refuses longer document properties */

static void set_properties(struct tracker *tracker)
{
    bool cut;
    const char *title = cell_text(tracker->pool, tracker->plan->title.text, &cut);
    size_t end = 0, length = strlen(title);
    uint32_t code_point;

    for (int i = 0; i < PROPERTY_CHARACTERS && end < length; i++)
        end += utf8_next(title + end, length - end, &code_point);
    lxw_doc_properties properties = {
        .title = pool_copy(tracker->pool, title, end),
        .author = "roadbook",
        .comments = "Made by roadbook from a learning roadmap.",
        /* noon of the first day: the library would ask the clock */
        .created = ((time_t)tracker->schedule->start * 24 + 12) * 3600,
    };
    workbook_set_properties(tracker->book, &properties);
    /* makes room for the seal among the file's parts */
    workbook_set_custom_property_string(tracker->book, "roadbook-seal", "-");
}

/* Closes the book into its file. The library speaks on stderr when that fails; what there is to
 * say is said by report(), so its words go nowhere. */
static lxw_error close_quietly(lxw_workbook *book)
{
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (kept >= 0 && nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    errno = 0;
    lxw_error result = workbook_close(book);
    int saved = errno;
    if (kept >= 0 && nowhere >= 0)
        dup2(kept, STDERR_FILENO);
    if (kept >= 0)
        close(kept);
    if (nowhere >= 0)
        close(nowhere);
    errno = saved;
    return result;
}

/* Writes the book to the file TEMPORARY and reads it into OUT, sealed. */
static bool write_book(const struct edition *edition, const char *temporary, struct text *out)
{
    char start[DATE_TEXT], as_of[DATE_TEXT];
    static const struct logbook nothing = {0};
    struct pool *pool = pool_new();
    struct tracker tracker = {
        .edition = edition,
        .schedule = edition->schedule,
        .plan = edition->schedule->plan,
        .logbook = &nothing,
        .pool = pool,
        .place = NOWHERE,
    };

    tracker.figures = figures_make(pool, tracker.schedule, tracker.logbook, edition->today);
    tracker.book = workbook_new(temporary);
    bool good = tracker.book;
    if (good) {
        styles_make(&tracker.styles, tracker.book);
        set_properties(&tracker);
        sheets_write(&tracker);
        lxw_error error = close_quietly(tracker.book);
        good = error == LXW_NO_ERROR;
        if (!good)
            report_failure(STATUS_SYSTEM, NOWHERE, "cannot write the tracker %s: %s", edition->path,
                           errno != 0 ? strerror(errno) : lxw_strerror(error));
        else if (!file_read(temporary, 0, out) ||
                 !seal_set(out, day_print(edition->today, as_of),
                           day_print(edition->schedule->start, start))) {
            good = false;
            report_failure(STATUS_SYSTEM, NOWHERE,
                           "cannot write the tracker %s: it did not come out whole (is the disk "
                           "full?)",
                           edition->path);
        }
    }
    pool_free(pool);
    return good;
}

/* The tracker's bytes into OUT, sealed. Uses a temporary file beside edition->path, gone
 * afterwards. false: reported. */
static bool make_bytes(const struct edition *edition, struct text *out)
{
    struct text temporary = TEXT_INIT;

    text_print(&temporary, "%s.XXXXXX", edition->path);
    int descriptor = mkstemp(temporary.bytes);
    bool good = descriptor >= 0;
    if (!good) {
        report_failure(STATUS_SYSTEM, NOWHERE, "cannot write the tracker %s: %s", edition->path,
                       strerror(errno));
    } else {
        close(descriptor);
        good = write_book(edition, temporary.bytes, out);
        unlink(temporary.bytes);
    }
    text_free(&temporary);
    return good;
}

/* The old file, untouched since it was made for the day AS_OF, is left alone where a tracker made
 * for that day comes out as the same bytes: nothing changed but the day, and the day alone is no
 * reason to touch a file. */
static enum render_result render_again(const struct edition *edition, const char *as_of,
                                       struct text *out)
{
    struct edition then = *edition;
    struct text old = TEXT_INIT;

    day_parse(as_of, strlen(as_of), &then.today);
    enum render_result result = RENDER_FAILED;
    if (make_bytes(&then, out))
        result = file_read(edition->path, 0, &old) && old.length == out->length &&
                         memcmp(old.bytes, out->bytes, old.length) == 0
                     ? RENDERED_SAME
                     : RENDERED;
    text_free(&old);
    if (result == RENDERED && then.today != edition->today) {
        text_clear(out);
        result = make_bytes(edition, out) ? RENDERED : RENDER_FAILED;
    }
    return result;
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    char as_of[SEAL_TEXT];
    struct stat about;

    if (stat(edition->path, &about) == 0 && S_ISDIR(about.st_mode)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "cannot write the tracker %s: it is a folder",
                       edition->path);
        return RENDER_FAILED;
    }
    enum seal seal = seal_check(edition->path, as_of);
    if (seal == SEAL_UNCHANGED)
        return render_again(edition, as_of, out);
    if (seal == SEAL_CHANGED && !edition->force) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "the tracker %s was changed since roadbook wrote it (or is not roadbook's), "
                       "so it is not replaced; --force writes a new one and keeps this one as "
                       "%s.bak",
                       edition->path, edition->path);
        return RENDER_FAILED;
    }
    if (!make_bytes(edition, out))
        return RENDER_FAILED;
    return seal == SEAL_CHANGED ? RENDERED_OVER_CHANGES : RENDERED;
}

const struct exporter tracker_exporter = {
    .name = "xlsx",
    .suffix = ".xlsx",
    .help = "a tracker of hours for spreadsheets",
    .render = render,
    .find_start = tracker_start,
};
