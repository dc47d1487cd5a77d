/* printed: reads the book that --since names, and says what is odd about it. */
#include "printed.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "outputs.h"

#define BOOK_LIMIT ((size_t)256 << 20)

/* true where the new book is one whose pages go into a printed one. */
static bool makes_pages(const struct run *run)
{
    const struct settings *settings = &run->settings;
    const struct order order = {.only = settings->only};
    const char *why = NULL;

    if (!outputs_ask_for(&order, &workbook_exporter))
        why = "the pages are the workbook's, which --only leaves out";
    else if (settings->asked.fillable)
        why = "a workbook to fill in on a screen is not printed; build without --fillable";
    else if (settings->asked.first_week > 0)
        why = "it finds the pages itself; build without --weeks";
    if (why)
        report_failure(STATUS_USAGE, NOWHERE, "--since: %s", why);
    return !why;
}

/* What is wrong with the book; NULL: nothing. */
static const char *wrong_with(const struct printed_book *book)
{
    switch (book->state) {
    case OLD_BOOK_OURS:
        return book->whole
                   ? NULL
                   : "holds only some of a workbook's pages; name the whole book that it is "
                     "part of";
    case OLD_BOOK_FOREIGN:
        return "is not a workbook that roadbook made";
    case OLD_BOOK_UNREADABLE:
        return "cannot be read as a PDF";
    case OLD_BOOK_TOO_MUCH:
        return "takes too long to read";
    }
    return NULL;
}

bool printed_open(const struct run *run, struct reprint *reprint)
{
    const char *path = run->options.since;
    struct text bytes = TEXT_INIT;

    if (!path)
        return true;
    if (!makes_pages(run))
        return false;
    if (!file_read(path, BOOK_LIMIT, &bytes)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "--since: cannot read %s: %s", path,
                       strerror(errno));
        return false;
    }
    const struct printed_book *book =
        printed_book_read(run->pool, text_string(&bytes), bytes.length);
    text_free(&bytes);
    const char *wrong = wrong_with(book);
    if (wrong) {
        report_failure(STATUS_SYSTEM, NOWHERE, "--since: %s %s; nothing was made", path, wrong);
        return false;
    }
    if (*book->plan_id && strcmp(book->plan_id, run->plan->id) != 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_PRINTED_BOOK,
               "--since: %s is the workbook of another plan; compared page by page all the same",
               path);
    if (book->taken)
        report(NOWHERE, SEVERITY_NOTE, RULE_PRINTED_BOOK,
               "--since: %s is of an older edition, which says nothing of its pages; compared by "
               "what is drawn on them",
               path);
    reprint->since = book;
    return true;
}
