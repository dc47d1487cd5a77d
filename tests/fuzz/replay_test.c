/* replay: the inputs that fuzzing found worth keeping go through the reader once more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <stdio.h>
#include <cmocka.h>

#include "reader.c"

#include "base/file.h"

#define FOLDER "tests/fuzz/corpus"

static void test_replay(void **state)
{
    (void)state;
    size_t count = 0;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[512];
        struct text bytes = TEXT_INIT;
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, FOLDER "/%s", entry->d_name);
        assert_true(file_read(path, LONGEST_INPUT, &bytes));
        LLVMFuzzerTestOneInput((const uint8_t *)text_string(&bytes), bytes.length);
        text_free(&bytes);
        count++;
    }
    closedir(folder);
    assert_true(count > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
