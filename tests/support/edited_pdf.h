/* edited_pdf: a PDF as another program leaves it, which fills it in or draws on it (qpdf). */
#ifndef ROADBOOK_TESTS_EDITED_PDF_H
#define ROADBOOK_TESTS_EDITED_PDF_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <qpdf/qpdf-c.h>
#include <cmocka.h>

#include "base/text.h"

static inline qpdf_data edit_begin(const struct text *file)
{
    qpdf_data pdf = qpdf_init();

    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    assert_int_equal(qpdf_read_memory(pdf, "edited", file->bytes, file->length, NULL), 0);
    return pdf;
}

/* Takes what was written over into FILE. */
static inline void edit_take(qpdf_data pdf, struct text *file)
{
    assert_int_equal(qpdf_write(pdf), 0);
    text_clear(file);
    text_add_bytes(file, qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
    qpdf_cleanup(&pdf);
}

/* Writes it over FILE. */
static inline void edit_end(qpdf_data pdf, struct text *file, enum qpdf_object_stream_e mode)
{
    assert_int_equal(qpdf_init_write_memory(pdf), 0);
    qpdf_set_object_stream_mode(pdf, mode);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    edit_take(pdf, file);
}

static inline qpdf_oh annotations_of(qpdf_data pdf, int page)
{
    return qpdf_oh_get_key(pdf, qpdf_get_page_n(pdf, (size_t)page), "/Annots");
}

/* Sets keys of the field called NAME to what VALUE says in PDF's own words: "/Yes", "(text)". */
static inline void edit_field(qpdf_data pdf, const char *name, const char *key, const char *value)
{
    for (int page = 0; page < qpdf_get_num_pages(pdf); page++) {
        qpdf_oh list = annotations_of(pdf, page);
        for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, list); i++) {
            qpdf_oh field = qpdf_oh_get_array_item(pdf, list, i);
            qpdf_oh title = qpdf_oh_get_key(pdf, field, "/T");
            if (qpdf_oh_is_string(pdf, title) &&
                strcmp(qpdf_oh_get_utf8_value(pdf, title), name) == 0) {
                qpdf_oh_replace_key(pdf, field, key, qpdf_oh_parse(pdf, value));
                return;
            }
        }
    }
    fail_msg("no field %s", name);
}

/* Adds what WORDS say to the first page that has annotations. */
static inline void edit_annotate(qpdf_data pdf, const char *words)
{
    qpdf_oh list = annotations_of(pdf, 0);

    assert_true(qpdf_oh_is_array(pdf, list));
    qpdf_oh_append_item(pdf, list, qpdf_make_indirect_object(pdf, qpdf_oh_parse(pdf, words)));
}

/* One field filled in, and saved. */
static inline void fill_in(struct text *file, const char *name, const char *key, const char *value)
{
    qpdf_data pdf = edit_begin(file);

    edit_field(pdf, name, key, value);
    edit_end(pdf, file, qpdf_o_preserve);
}

static inline void annotate(struct text *file, const char *words)
{
    qpdf_data pdf = edit_begin(file);

    edit_annotate(pdf, words);
    edit_end(pdf, file, qpdf_o_preserve);
}

#endif
