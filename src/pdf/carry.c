/* carry: an old book's entries, into the new one or kept beside it. */
#include "pdf/carry.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/report.h"

#define OLD_LIMIT ((size_t)256 << 20)

/* --- The old book ----------------------------------------------------------------------------- */

/* Why it is not ours to replace; NULL: it is. */
static const char *stranger(const struct carry *carry)
{
    const struct old_book *old = carry->old;

    if (old->state == OLD_BOOK_UNREADABLE)
        return "cannot be read as a PDF";
    if (old->state == OLD_BOOK_TOO_MUCH)
        return "takes too much time or memory to be read";
    if (old->state == OLD_BOOK_FOREIGN)
        return "is not a workbook that roadbook made";
    if (*old->plan_id && strcmp(old->plan_id, carry->edition->schedule->plan->id) != 0)
        return "is the workbook of another plan";
    return NULL;
}

/* Without --force nothing is replaced that is not this plan's book. */
static bool may_replace(const struct carry *carry)
{
    const char *path = carry->edition->path, *why = stranger(carry);

    if (!why || carry->edition->force)
        return true;
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "%s %s, and stays as it is; move it away, or replace it with --force, which "
                   "keeps it as %s.bak",
                   path, why, path);
    return false;
}

bool carry_open(struct carry *carry, const struct edition *edition, struct pool *pool)
{
    *carry = (struct carry){.pool = pool, .edition = edition, .bytes = TEXT_INIT};
    if (!edition->path || !file_exists(edition->path))
        return true;
    if (!file_read(edition->path, OLD_LIMIT, &carry->bytes)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "cannot read %s, so it is not replaced: %s",
                       edition->path, strerror(errno));
        return false;
    }
    const char *bytes = text_string(&carry->bytes);
    size_t length = carry->bytes.length;
    if (length == 0 || canvas_is_untouched(bytes, length, edition->schedule->plan->id))
        return true;
    carry->old = old_book_read(pool, bytes, length);
    return may_replace(carry);
}

void carry_close(struct carry *carry)
{
    text_free(&carry->bytes);
}

/* --- Into the new one ------------------------------------------------------------------------- */

void carry_fill(struct carry *carry, struct canvas *canvas)
{
    const struct old_book *old = carry->old;

    if (!old || stranger(carry) || old->field_count == 0)
        return;
    carry->fillings = pool_alloc(carry->pool, old->field_count * sizeof *carry->fillings);
    for (size_t i = 0; i < old->field_count; i++) {
        const struct old_field *field = &old->fields[i];
        carry->fillings[i] = (struct filling){
            .name = field->name, .tip = field->tip, .text = field->text, .ticked = field->ticked};
    }
    canvas_fill(canvas, carry->fillings, old->field_count);
}

/* How many of the old fields have a place in the new book. */
static size_t count_placed(const struct carry *carry)
{
    size_t placed = 0;

    for (size_t i = 0; carry->fillings && i < carry->old->field_count; i++)
        placed += carry->fillings[i].placed != NULL;
    return placed;
}

static int compare_names(const void *name, const void *field)
{
    return strcmp(name, ((const struct old_field *)field)->name);
}

/* true where NEW has the filling in its place. */
static bool is_there(const struct old_book *new, const struct filling *filling)
{
    const struct old_field *field = NULL;

    if (new->field_count > 0)
        field = bsearch(filling->placed, new->fields, new->field_count, sizeof *new->fields,
                        compare_names);
    if (!field)
        return filling->usual;
    return filling->text ? field->text && strcmp(filling->text, field->text) == 0
                         : !field->text && filling->ticked == field->ticked;
}

/* Reads the new book as the next build will: all that was carried must be in it. */
static bool prove(const struct carry *carry, const char *out, size_t length)
{
    const struct old_book *new;
    bool there = true;

    if (count_placed(carry) == 0)
        return true;
    new = old_book_read(carry->pool, out, length);
    for (size_t i = 0; i < carry->old->field_count; i++)
        there = there && (!carry->fillings[i].placed || is_there(new, &carry->fillings[i]));
    there = there && new->state == OLD_BOOK_OURS &&new->pages == PAGES_SAME;
    if (!there)
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: what was filled in cannot be found again in the new book, so the old "
                       "one stays",
                       carry->edition->path);
    return there;
}

/* --- Beside the new one ----------------------------------------------------------------------- */

static const char *counted(const struct carry *carry, size_t count, const char *one,
                           const char *many)
{
    return count == 1 ? pool_print(carry->pool, "1 %s", one)
                      : pool_print(carry->pool, "%zu %s", count, many);
}

static bool has_other_pages(const struct carry *carry)
{
    const struct old_book *old = carry->old;

    return old->pages == PAGES_CHANGED ||
           (old->pages == PAGES_UNKNOWN &&
            !canvas_is_untouched(text_string(&carry->bytes), carry->bytes.length, NULL));
}

/* What of the old book is not in the new one, in words; "": nothing. */
static const char *left_behind(const struct carry *carry)
{
    const struct old_book *old = carry->old;
    size_t placed = count_placed(carry), lost = old->field_count - placed + old->odd_count;
    const char *parts[3] = {NULL};
    size_t count = 0;
    struct text words = TEXT_INIT;

    if (lost > 0)
        parts[count++] = pool_print(
            carry->pool, "%s filled in%s", counted(carry, lost, "field was", "fields were"),
            carry->edition->asked.fillable ? " that the new book does not have" : "");
    if (old->note_count > 0)
        parts[count++] =
            pool_print(carry->pool, "%s drawn in it",
                       counted(carry, old->note_count, "note or mark was", "notes or marks were"));
    if (has_other_pages(carry))
        parts[count++] = "its pages were changed by another program";
    for (size_t i = 0; i < count; i++) {
        text_add(&words, i == 0 ? "" : i + 1 < count ? ", " : " and ");
        text_add(&words, parts[i]);
    }
    const char *copy = pool_copy(carry->pool, text_string(&words), words.length);
    text_free(&words);
    return copy;
}

enum render_result carry_judge(const struct carry *carry, const char *out, size_t length)
{
    const char *path = carry->edition->path;

    if (length == carry->bytes.length && memcmp(out, text_string(&carry->bytes), length) == 0)
        return RENDERED_SAME;
    if (!carry->old)
        return RENDERED;
    if (stranger(carry))
        return RENDERED_OVER_CHANGES;
    if (!prove(carry, out, length))
        return RENDER_FAILED;
    size_t placed = count_placed(carry);
    if (placed > 0)
        report(NOWHERE, SEVERITY_NOTE, RULE_BOOK_FILLED, "%s: %s carried over from the old book",
               path, counted(carry, placed, "field is", "fields are"));
    const char *left = left_behind(carry);
    if (!*left)
        return RENDERED;
    report(NOWHERE, SEVERITY_WARNING, RULE_BOOK_KEPT,
           "%s: %s; the old book is kept beside the new one", path, left);
    return RENDERED_OVER_CHANGES;
}
