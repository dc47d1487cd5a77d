/* seal_test: a sealed file is known again; any change to it is seen. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zip.h>
#include <cmocka.h>

#include "base/file.h"
#include "memory/seal.h"
#include "support/one_file.h"

#define AS_OF "2026-01-08"

static void put_part(const char *name, const char *bytes, size_t length)
{
    zip_t *zip = zip_open(path, ZIP_CREATE, NULL);

    assert_non_null(zip);
    zip_source_t *part = zip_source_buffer(zip, bytes, length, 0);
    assert_true(zip_file_add(zip, name, part, ZIP_FL_OVERWRITE) >= 0);
    assert_int_equal(zip_close(zip), 0);
}

/* A small archive, sealed, at `path`; its bytes into SEALED. */
static void make_sealed(struct text *sealed)
{
    unlink(path);
    put_part("xl/workbook.xml", "<workbook/>", 11);
    put_part("docProps/custom.xml", "<Properties/>", 13);
    put_part("xl/sheet1.xml", "<sheet/>", 8);
    assert_true(file_read(path, 0, sealed));
    assert_true(seal_set(sealed, AS_OF, "2026-01-05"));
    write_file(sealed->bytes, sealed->length);
}

static void test_sealed(void **state)
{
    struct text first = TEXT_INIT, again = TEXT_INIT;
    char as_of[SEAL_TEXT];

    (void)state;
    make_sealed(&first);
    assert_int_equal(seal_check(path, as_of), SEAL_UNCHANGED);
    assert_string_equal(as_of, AS_OF);
    text_add_bytes(&again, first.bytes, first.length);
    assert_true(seal_set(&again, AS_OF, "2026-01-05"));
    day start = DAY_NONE;
    assert_true(tracker_start(path, &start));
    assert_int_equal(start, day_of(2026, 1, 5));
    assert_int_equal(again.length, first.length);
    assert_memory_equal(again.bytes, first.bytes, first.length);
    text_free(&first);
    text_free(&again);
}

static void test_absent_and_strange(void **state)
{
    char as_of[SEAL_TEXT];

    (void)state;
    unlink(path);
    assert_int_equal(seal_check(path, as_of), SEAL_ABSENT);
    write_file("", 0);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    write_file("PK\x03\x04 not an archive at all", 26);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    assert_int_equal(seal_check(folder, as_of), SEAL_CHANGED);
    assert_string_equal(as_of, "");
    /* what cannot be looked at is neither absent nor changed */
    unlink(path);
    assert_int_equal(symlink(path, path), 0);
    assert_int_equal(seal_check(path, as_of), SEAL_UNKNOWN);
    assert_int_equal(errno, ELOOP);
    unlink(path);
    day start = DAY_NONE;
    assert_false(tracker_start(path, &start));
    assert_false(tracker_start(folder, &start));
    assert_int_equal(start, DAY_NONE);
}

static void test_changes_break_it(void **state)
{
    struct text sealed = TEXT_INIT;
    char as_of[SEAL_TEXT];

    (void)state;
    make_sealed(&sealed);
    put_part("xl/sheet1.xml", "<sheet>1.5</sheet>", 18);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    write_file(sealed.bytes, sealed.length);
    assert_int_equal(seal_check(path, as_of), SEAL_UNCHANGED);
    put_part("xl/sheet2.xml", "<sheet/>", 8);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    day start = DAY_NONE;
    assert_true(tracker_start(path, &start)); /* hours were entered: the start still holds */
    write_file(sealed.bytes, sealed.length / 2);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    text_free(&sealed);
}

static void test_hostile_properties(void **state)
{
    static const char *const parts[] = {
        "<!DOCTYPE p [<!ENTITY a \"aaaa\">]><Properties><property "
        "name=\"roadbook-seal\">&a;</property></Properties>",
        "<Properties><property name=\"roadbook-seal\"><v>0123456789012345678901234567890123456789"
        "</v></property></Properties>",
        "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>",
        "<Properties>",
        "",
    };
    struct text sealed = TEXT_INIT;
    char as_of[SEAL_TEXT];

    (void)state;
    make_sealed(&sealed);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        put_part("docProps/custom.xml", parts[i], strlen(parts[i]));
        assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    }
    /* a part that unpacks to far more than it may is not read */
    char *blanks = calloc(1, 1 << 24);
    assert_non_null(blanks);
    put_part("docProps/custom.xml", blanks, 1 << 24);
    assert_int_equal(seal_check(path, as_of), SEAL_CHANGED);
    free(blanks);
    text_free(&sealed);
}

static void test_not_an_archive_is_refused(void **state)
{
    struct text file = TEXT_INIT;

    (void)state;
    assert_false(seal_set(&file, AS_OF, "2026-01-05"));
    text_add(&file, "no archive");
    assert_false(seal_set(&file, AS_OF, "2026-01-05"));
    assert_string_equal(text_string(&file), "no archive");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sealed),
        cmocka_unit_test(test_absent_and_strange),
        cmocka_unit_test(test_changes_break_it),
        cmocka_unit_test(test_hostile_properties),
        cmocka_unit_test(test_not_an_archive_is_refused),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
