/* tracker: the exporter of the tracker (.xlsx): which sheets, in what order, into which bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/report.h"
#include "base/scratch.h"
#include "export.h"
#include "memory/entry/open_elsewhere.h"
#include "xlsx/proof.h"
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

/* Reads the finished book from its FILE into OUT, and proves it. AGAIN: it is to be the same as one
 * that has been proved. */
static bool take_book(struct tracker *tracker, const char *file, bool again, struct text *out)
{
    if (!file_read(file, 0, out)) {
        say_failure(tracker->edition, strerror(errno));
        return false;
    }
    struct text fault = TEXT_INIT;
    bool good = again || proof_of_book(tracker, out, &fault);
    if (!good)
        say_failure(tracker->edition, text_string(&fault));
    text_free(&fault);
    return good;
}

/* true where something of what was read cannot be written again. */
static bool loses(const struct memory *memory)
{
    bool lost = memory->lost && *memory->lost;

    for (size_t i = 0; i < memory->sheet_count; i++)
        lost = lost || (memory->sheets[i].lost && *memory->sheets[i].lost);
    return lost;
}

/* What a tracker says of the build that made it, and of the tracker before. */
struct lineage {
    /* "": of none that matters */
    const char *carried_from;
    struct build_word last_build;
};

/* Writes the book in FOLDER, which is ours alone, and takes it into OUT; AGAIN as in take_book().
 */
static bool write_book(const struct edition *edition, const struct lineage *lineage, char *folder,
                       bool again, struct text *out, bool *lost)
{
    struct pool *pool = pool_new();
    const char *file = pool_print(pool, "%s/tracker.xlsx", folder);
    struct tracker tracker = {
        .edition = edition,
        .schedule = edition->schedule,
        .plan = edition->schedule->plan,
        .pool = pool,
        .place = NOWHERE,
        .loses = edition->memory && loses(edition->memory),
        .carried_from = lineage->carried_from,
        .last_build = &lineage->last_build,
    };
    /* with its temporary files beside it: no other disk, and no other user, can spoil them */
    lxw_workbook_options options = {.tmpdir = folder};

    sheets_carry(&tracker);
    tracker.figures = figures_make(pool, tracker.schedule, tracker.logbook, edition->today);
    tracker.forecast =
        forecast_make(pool, tracker.schedule, tracker.logbook, tracker.figures, FIRST_ROW + 1);
    tracker.book = workbook_new_opt(file, &options);
    bool good = false;
    if (tracker.book) {
        styles_make(&tracker.styles, pool, tracker.book);
        set_properties(&tracker);
        sheets_write(&tracker);
        lxw_error error = close_quietly(tracker.book);
        if (error == LXW_NO_ERROR)
            good = take_book(&tracker, file, again, out);
        else
            say_failure(edition, errno != 0 ? strerror(errno) : lxw_strerror(error));
    } else {
        say_failure(edition, "there is no memory for it");
    }
    *lost = tracker.loses;
    pool_free(pool);
    return good;
}

/* The tracker's bytes into OUT, of that LINEAGE; whether they lack something of the old file, into
 * LOST. The library does not look whether its
 * temporary files took what it wrote, and a lost piece need not show in any cell: so the book is
 * written twice, and must come out the same; but for an entry, which is proved to be there like all
 * others: what else might be lost, the next build makes anew. false: reported. */
static bool make_bytes(const struct edition *edition, struct lineage lineage, struct text *out,
                       bool *lost)
{
    struct scratch scratch;
    struct text again = TEXT_INIT;

    if (!scratch_make(&scratch, edition->path)) {
        say_failure(edition, strerror(errno));
        return false;
    }
    bool twice = !edition->entry;
    bool good = write_book(edition, &lineage, scratch.path, false, out, lost) &&
                (!twice || write_book(edition, &lineage, scratch.path, true, &again, lost));
    scratch_remove(&scratch);
    if (good && twice && !same_bytes(out, &again)) {
        good = false;
        say_failure(edition, "two writings of it differ; is the disk full?");
    }
    text_free(&again);
    return good;
}

/* Of a tracker in which nothing is new: as its own says. */
static struct lineage lineage_kept(const struct edition *edition)
{
    const struct memory *memory = edition->memory;
    struct lineage lineage = {"",
                              {.date = edition->today,
                               .minutes_to_keep = edition->minutes_to_keep,
                               .moved_on = DAY_NONE}};

    if (memory)
        lineage = (struct lineage){memory->carried_from, memory->last_build};
    return lineage;
}

/* Of a new one, CARRIED_FROM the old. An entry is no build. What was moved stands until a build
 * moves something again. */
static struct lineage lineage_new(const struct edition *edition, const char *carried_from)
{
    struct lineage lineage = lineage_kept(edition);
    struct text lines = TEXT_INIT;

    lineage.carried_from = carried_from;
    lineage.last_build.minutes_to_keep = edition->minutes_to_keep;
    if (!edition->entry || lineage.last_build.date == DAY_NONE)
        lineage.last_build.date = edition->today;
    if (!edition->entry && edition->moved)
        edition->moved(edition->moved_of, &lines);
    if (lines.length > 0)
        build_word_take(edition->schedule->plan->pool, &lineage.last_build, text_string(&lines),
                        edition->today);
    text_free(&lines);
    return lineage;
}

static enum render_result refuse(const struct edition *edition, const char *why)
{
    report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", edition->path, why);
    return RENDER_FAILED;
}

/* What stands there cannot be read, or is another plan's: it makes way only where that was asked
 * for, and is kept. */
static enum render_result render_in_place_of(const struct edition *edition, struct text *out)
{
    bool lost;

    if (!edition->force) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: %s, so it is not replaced; --force writes a new one and keeps this one "
                       "as %s.bak",
                       edition->path, edition->memory_why, edition->path);
        return RENDER_FAILED;
    }
    return make_bytes(edition, lineage_new(edition, ""), out, &lost) ? RENDERED_OVER_CHANGES
                                                                     : RENDER_FAILED;
}

/* true where OLD are the bytes that memory was read from. */
static bool is_what_was_read(const struct edition *edition, const struct text *old)
{
    return edition->memory_state == MEMORY_READ && edition->memory &&
           hash_bytes(HASH_START, text_string(old), old->length) == edition->memory->digest;
}

static enum render_result refuse_changed(const struct edition *edition)
{
    return refuse(edition, "changed while the new one was made, and stays as it is; build again");
}

/* The tracker that was read with one more entry. It holds all of the old one, so that needs no
 * backup, and it stands for it where one is looked for. */
static enum render_result render_entry(const struct edition *edition, const struct text *old,
                                       struct text *out)
{
    bool lost;

    if (!is_what_was_read(edition, old))
        return refuse_changed(edition);
    if (!make_bytes(edition, lineage_new(edition, edition->memory->carried_from), out, &lost))
        return RENDER_FAILED;
    return lost ? RENDERED_OVER_CHANGES : RENDERED;
}

/* The tracker that was read comes out as the same bytes where it is made for the day that it was
 * built for: then nothing changed but the day, and the day alone is no reason to touch a file. But
 * where the day was given the sheets stand as of it, and are to show it. All else is replaced by
 * one that has everything carried over. */
static enum render_result render_again(const struct edition *edition, const struct text *old,
                                       struct text *out)
{
    const struct memory *memory = edition->memory;
    struct edition then = *edition;
    bool lost = false;

    if (edition->entry)
        return render_entry(edition, old, out);
    if (memory && memory->built != DAY_NONE && !edition->today_given)
        then.today = memory->built;
    if (!make_bytes(&then, lineage_kept(edition), out, &lost))
        return RENDER_FAILED;
    if (same_bytes(old, out))
        return RENDERED_SAME;
    if (!is_what_was_read(edition, old))
        return refuse_changed(edition);
    text_clear(out);
    const char *from = lost ? "" : memory_digest(edition->schedule->plan->pool, memory->digest);
    if (!make_bytes(edition, lineage_new(edition, from), out, &lost))
        return RENDER_FAILED;
    return lost ? RENDERED_OVER_CHANGES : RENDERED_OVER_CARRIED;
}

static enum render_result render_over(const struct edition *edition, struct text *out)
{
    struct text old = TEXT_INIT;
    bool lost;

    if (edition->memory_why)
        return render_in_place_of(edition, out);
    if (!file_exists(edition->path))
        return make_bytes(edition, lineage_new(edition, ""), out, &lost) ? RENDERED : RENDER_FAILED;
    enum render_result result =
        file_read(edition->path, 0, &old)
            ? render_again(edition, &old, out)
            : refuse(edition,
                     pool_print(edition->schedule->plan->pool,
                                "cannot be read, so it is not replaced: %s", strerror(errno)));
    text_free(&old);
    return result;
}

/* A backup makes way for the next where the tracker that is about to be kept was made of it, and
 * has all that stood in it; or where it is that tracker itself. */
static bool may_drop(const struct edition *edition, const char *backup)
{
    const struct memory *memory = edition->memory;
    struct pool *pool = pool_new();
    struct text bytes = TEXT_INIT;
    bool good = false;

    if (memory && file_read(backup, 0, &bytes)) {
        uint64_t digest = hash_bytes(HASH_START, text_string(&bytes), bytes.length);
        good = digest == memory->digest ||
               strcmp(memory_digest(pool, digest), memory->carried_from) == 0;
    }
    text_free(&bytes);
    pool_free(pool);
    return good;
}

/* true, and reported, where a spreadsheet program has the tracker open. */
static bool is_open_elsewhere(const char *path)
{
    struct pool *pool = pool_new();
    const char *lock, *program = open_elsewhere(pool, path, &lock);

    if (program)
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "the tracker %s is open in a spreadsheet program, so it is not replaced; "
                       "close it there and build again (if it is open nowhere, remove %s)",
                       path, lock);
    pool_free(pool);
    return program;
}

/* Says so where what the learner wrote may stand in a file of another kind, saved since. */
static void look_beside(const struct edition *edition)
{
    size_t length = strlen(edition->path) - strlen(tracker_exporter.suffix);
    struct text other = TEXT_INIT;
    struct stat here, there;

    text_print(&other, "%.*s.ods", (int)length, edition->path);
    bool found = stat(other.bytes, &there) == 0;
    if (found && (stat(edition->path, &here) != 0 || there.st_mtime > here.st_mtime))
        report(
            NOWHERE, SEVERITY_WARNING, RULE_TRACKER_ODS,
            "%s is newer than the tracker, and is not read: save it as %s, or elsewhere as .xlsx "
            "and name that with --tracker",
            other.bytes, edition->path);
    text_free(&other);
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    struct stat about;

    if (stat(edition->path, &about) == 0 && S_ISDIR(about.st_mode)) {
        say_failure(edition, "it is a folder");
        return RENDER_FAILED;
    }
    enum render_result result = render_over(edition, out);
    bool replaces = result != RENDERED_SAME && result != RENDER_FAILED;
    look_beside(edition);
    return replaces && is_open_elsewhere(edition->path) ? RENDER_FAILED : result;
}

const struct exporter tracker_exporter = {
    .name = "xlsx",
    .suffix = ".xlsx",
    .help = "a tracker of hours for spreadsheets",
    .render = render,
    .may_drop = may_drop,
};
