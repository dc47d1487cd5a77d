/* ask: what programs that we did not write say of a PDF. */
#ifndef ROADBOOK_TESTS_PDF_ASK_H
#define ROADBOOK_TESTS_PDF_ASK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"

/* Gives what COMMAND (with the file's name for %s) says on both streams; the caller frees it. */
static inline char *ask(const struct text *file, const char *command)
{
    char name[] = P_tmpdir "/roadbook-pdf-XXXXXX";
    int descriptor = mkstemp(name);
    struct text line = TEXT_INIT, answer = TEXT_INIT;
    char bytes[4096];
    FILE *pipe;
    size_t length;

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, file->bytes, file->length), file->length);
    close(descriptor);
    for (; *command; command++) {
        if (command[0] == '%' && command[1] == 's') {
            text_add(&line, name);
            command++;
        } else {
            text_add_char(&line, *command);
        }
    }
    text_add(&line, " 2>&1");
    pipe = popen(text_string(&line), "r");
    assert_non_null(pipe);
    while ((length = fread(bytes, 1, sizeof bytes, pipe)) > 0)
        text_add_bytes(&answer, bytes, length);
    pclose(pipe);
    unlink(name);
    text_free(&line);
    text_add(&answer, "");
    return answer.bytes;
}

static inline void assert_says(const struct text *file, const char *command, const char *expected)
{
    char *answer = ask(file, command);

    if (!strstr(answer, expected))
        fail_msg("%s\nsays\n%s\nwithout\n%s", command, answer, expected);
    free(answer);
}

static inline void assert_silent(const struct text *file, const char *command)
{
    char *answer = ask(file, command);

    assert_string_equal(answer, "");
    free(answer);
}

static inline void assert_sound(const struct text *file)
{
    char *checked = ask(file, "qpdf --check %s");

    if (!strstr(checked, "No syntax or stream encoding errors found") ||
        strcasestr(checked, "warning"))
        fail_msg("qpdf --check says\n%s", checked);
    free(checked);
    assert_silent(file, "pdfinfo %s >/dev/null");
    assert_silent(file, "pdftotext %s - >/dev/null");
    assert_silent(file, "pdftoppm -r 20 %s >/dev/null");
}

#endif
