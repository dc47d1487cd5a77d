/* tracker: the exporter of the tracker (.xlsx): which sheets, in what order, into which bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/report.h"
#include "base/scratch.h"
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

static bool same_bytes(const struct text *left, const struct text *right)
{
    return left->length == right->length && memcmp(left->bytes, right->bytes, left->length) == 0;
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

static void say_failure(const struct edition *edition, const char *why)
{
    report_failure(STATUS_SYSTEM, NOWHERE, "cannot write the tracker %s: %s", edition->path, why);
}

/* Reads the finished book from its FILE into OUT, seals it, and proves that it came out whole. */
static bool take_book(struct tracker *tracker, const char *file, struct text *out)
{
    const struct edition *edition = tracker->edition;
    char start[DATE_TEXT], as_of[DATE_TEXT];
    struct text fault = TEXT_INIT;

    if (!file_read(file, 0, out)) {
        say_failure(edition, strerror(errno));
        return false;
    }
    bool good = seal_set(out, day_print(edition->today, as_of),
                         day_print(edition->schedule->start, start)) &&
                xlsx_prove(out, tracker->cells, tracker->cell_count, &fault);
    if (!good)
        say_failure(edition,
                    pool_print(tracker->pool, "it did not come out whole (%s); is the disk full?",
                               fault.length > 0 ? fault.bytes : "no sound archive"));
    text_free(&fault);
    return good;
}

/* Writes the book in FOLDER, which is ours alone, and takes it into OUT, sealed. */
static bool write_book(const struct edition *edition, char *folder, struct text *out)
{
    struct pool *pool = pool_new();
    const char *file = pool_print(pool, "%s/tracker.xlsx", folder);
    struct tracker tracker = {
        .edition = edition,
        .schedule = edition->schedule,
        .plan = edition->schedule->plan,
        .pool = pool,
        .place = NOWHERE,
    };
    /* with its temporary files beside it: no other disk, and no other user, can spoil them */
    lxw_workbook_options options = {.tmpdir = folder};

    sheets_carry(&tracker);
    tracker.figures = figures_make(pool, tracker.schedule, tracker.logbook, edition->today);
    tracker.book = workbook_new_opt(file, &options);
    bool good = false;
    if (tracker.book) {
        styles_make(&tracker.styles, pool, tracker.book);
        set_properties(&tracker);
        sheets_write(&tracker);
        lxw_error error = close_quietly(tracker.book);
        if (error == LXW_NO_ERROR)
            good = take_book(&tracker, file, out);
        else
            say_failure(edition, errno != 0 ? strerror(errno) : lxw_strerror(error));
    } else {
        say_failure(edition, "there is no memory for it");
    }
    pool_free(pool);
    return good;
}

/* The tracker's bytes into OUT, sealed. The library does not look whether its temporary files took
 * what it wrote, and a lost piece need not show in any cell: so the book is written twice, and must
 * come out the same. false: reported. */
static bool make_bytes(const struct edition *edition, struct text *out)
{
    struct scratch scratch;
    struct text again = TEXT_INIT;

    if (!scratch_make(&scratch, edition->path)) {
        say_failure(edition, strerror(errno));
        return false;
    }
    bool good = write_book(edition, scratch.path, out) && write_book(edition, scratch.path, &again);
    scratch_remove(&scratch);
    if (good && !same_bytes(out, &again)) {
        good = false;
        say_failure(edition, "two writings of it differ; is the disk full?");
    }
    text_free(&again);
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
        result =
            file_read(edition->path, 0, &old) && same_bytes(&old, out) ? RENDERED_SAME : RENDERED;
    text_free(&old);
    if (result == RENDERED && then.today != edition->today) {
        text_clear(out);
        result = make_bytes(edition, out) ? RENDERED : RENDER_FAILED;
    }
    return result;
}

static enum render_result render_over(const struct edition *edition, struct text *out)
{
    char as_of[SEAL_TEXT];
    enum seal seal = seal_check(edition->path, as_of);

    if (seal == SEAL_UNCHANGED)
        return render_again(edition, as_of, out);
    if (seal == SEAL_UNKNOWN) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "cannot read the tracker %s, so it is not replaced: %s", edition->path,
                       strerror(errno));
        return RENDER_FAILED;
    }
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

/* true, and reported, where a spreadsheet program has the tracker open: what is typed there would
 * be saved over the new file, or be lost. LibreOffice and Excel each put a file beside it. */
static bool open_elsewhere(const char *path)
{
    static const struct {
        const char *before, *behind;
    } forms[] = {{".~lock.", "#"}, {"~$", ""}};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    struct stat about;
    bool open = false;

    if (!file_exists(path))
        return false;
    for (size_t i = 0; !open && i < sizeof forms / sizeof *forms; i++) {
        struct text lock = TEXT_INIT;
        text_add_bytes(&lock, path, (size_t)(name - path));
        text_print(&lock, "%s%s%s", forms[i].before, name, forms[i].behind);
        open = lstat(lock.bytes, &about) == 0;
        if (open)
            report_failure(
                STATUS_SYSTEM, NOWHERE,
                "the tracker %s is open in a spreadsheet program, so it is not replaced; "
                "close it there and build again (if it is open nowhere, remove %s)",
                path, lock.bytes);
        text_free(&lock);
    }
    return open;
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    struct stat about;

    if (stat(edition->path, &about) == 0 && S_ISDIR(about.st_mode)) {
        say_failure(edition, "it is a folder");
        return RENDER_FAILED;
    }
    enum render_result result = render_over(edition, out);
    bool replaces = result == RENDERED || result == RENDERED_OVER_CHANGES;
    return replaces && open_elsewhere(edition->path) ? RENDER_FAILED : result;
}

const struct exporter tracker_exporter = {
    .name = "xlsx",
    .suffix = ".xlsx",
    .help = "a tracker of hours for spreadsheets",
    .render = render,
    .find_start = tracker_start,
};
