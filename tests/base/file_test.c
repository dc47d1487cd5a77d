/* Tests of base/file: reading what is no plain file, and writing whole or not at all. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"

#define NOBODY 65534

static char folder[4096];
static char joined[8192];

static const char *in_folder(const char *name)
{
    snprintf(joined, sizeof joined, "%s/%s", folder, name);
    return joined;
}

static int make_folder(void **state)
{
    (void)state;
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/roadbook-file-XXXXXX", temporary ? temporary : "/tmp");
    umask(022);
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void put(const char *name, const char *words)
{
    FILE *file = fopen(in_folder(name), "w");

    assert_non_null(file);
    fputs(words, file);
    assert_int_equal(fclose(file), 0);
}

static void expect_file(const char *name, const char *words)
{
    struct text text = TEXT_INIT;

    assert_true(file_read(in_folder(name), 0, &text));
    assert_string_equal(text_string(&text), words);
    text_free(&text);
}

/* No temporary file is left behind: COUNT names are in the folder. */
static void expect_names(int count)
{
    DIR *listing = opendir(folder);

    assert_non_null(listing);
    int found = 0;
    while (readdir(listing))
        found++;
    closedir(listing);
    assert_int_equal(found - 2, count); /* "." and ".." */
}

static bool write_file(const char *name, const char *words, const char *backup)
{
    struct staged staged;
    char kept[sizeof joined];

    if (backup)
        snprintf(kept, sizeof kept, "%s/%s", folder, backup);
    if (!file_stage(&staged, in_folder(name), words, strlen(words)))
        return false;
    bool good = (!backup || file_keep(&staged, kept)) && file_commit(&staged);
    file_discard(&staged);
    return good;
}

static mode_t mode_of(const char *name)
{
    struct stat status;

    assert_int_equal(stat(in_folder(name), &status), 0);
    return status.st_mode & 07777;
}

static void reading(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    put("a.md", "road");
    text_add(&text, "the ");
    assert_true(file_read(in_folder("a.md"), 4, &text));
    assert_string_equal(text_string(&text), "the road");
    errno = 0;
    assert_false(file_read(in_folder("a.md"), 3, &text));
    assert_int_equal(errno, EFBIG);
    assert_string_equal(text_string(&text), "the road"); /* a failure adds nothing */
    assert_false(file_read(in_folder("none.md"), 0, &text));
    assert_int_equal(errno, ENOENT);
    assert_false(file_read(folder, 0, &text));
    assert_int_equal(errno, EISDIR);
    assert_false(file_read(in_folder("a.md/b"), 0, &text));
    assert_int_equal(errno, ENOTDIR);
    text_free(&text);

    put("empty.md", "");
    assert_true(file_read(in_folder("empty.md"), 0, &text));
    assert_non_null(text.bytes);
    assert_int_equal(text.length, 0);
    text_free(&text);
}

static void reading_standard_input(void **state)
{
    (void)state;
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "piped", 5), 5);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    struct text text = TEXT_INIT;
    bool good = file_read("-", 10, &text);
    dup2(kept, STDIN_FILENO);
    close(kept);
    assert_true(good);
    assert_string_equal(text_string(&text), "piped");
    text_free(&text);
}

static void reading_without_end_stops_at_the_limit(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    assert_false(file_read("/dev/zero", 1000000, &text));
    assert_int_equal(errno, EFBIG);
    text_free(&text);
}

static void folders(void **state)
{
    (void)state;
    char path[sizeof folder + 32];
    snprintf(path, sizeof path, "%s/one/two//three/", folder);
    assert_true(folder_make(path));
    assert_true(folder_make(path));
    assert_true(file_exists(path));
    put("one/plain", "");
    snprintf(path, sizeof path, "%s/one/plain", folder);
    assert_false(folder_make(path));
    assert_int_equal(errno, ENOTDIR);
    snprintf(path, sizeof path, "%s/one/plain/four", folder);
    assert_false(folder_make(path));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(""));
    assert_int_equal(errno, ENOENT);
    assert_true(folder_make("."));
    assert_true(folder_make("/"));
}

static void a_new_file_appears_only_on_commit(void **state)
{
    (void)state;
    struct staged staged;
    assert_true(file_stage(&staged, in_folder("new.pdf"), "bytes", 5));
    assert_false(file_exists(in_folder("new.pdf")));
    expect_names(1);
    assert_true(file_commit(&staged));
    expect_file("new.pdf", "bytes");
    assert_int_equal(mode_of("new.pdf"), 0644); /* 0666 less the umask */
    assert_null(staged.path);
    expect_names(1);

    assert_true(file_stage(&staged, in_folder("new.pdf"), "other", 5));
    file_discard(&staged);
    expect_file("new.pdf", "bytes");
    expect_names(1);
    file_discard(&(struct staged){0});
}

static void a_name_without_folder(void **state)
{
    (void)state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    struct staged staged;
    bool good = file_stage(&staged, "bare.ics", "x", 1) && file_keep(&staged, "bare.bak") &&
                file_commit(&staged);
    assert_int_equal(chdir(before), 0);
    assert_true(good);
    expect_file("bare.ics", "x");
}

static void the_mode_is_kept(void **state)
{
    (void)state;
    put("mine.xlsx", "old");
    assert_int_equal(chmod(in_folder("mine.xlsx"), 0600), 0);
    assert_true(write_file("mine.xlsx", "new", NULL));
    expect_file("mine.xlsx", "new");
    assert_int_equal(mode_of("mine.xlsx"), 0600);
}

static void a_link_stays_and_its_target_is_replaced(void **state)
{
    (void)state;
    assert_int_equal(mkdir(in_folder("far"), 0755), 0);
    put("far/real.ics", "old");
    assert_int_equal(symlink("far/hop.ics", in_folder("feed.ics")), 0);
    assert_int_equal(symlink("real.ics", in_folder("far/hop.ics")), 0);
    assert_true(write_file("feed.ics", "new", NULL));
    struct stat status;
    assert_int_equal(lstat(in_folder("feed.ics"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    expect_file("far/real.ics", "new");

    /* A link to nothing yet: the target comes to be. */
    assert_int_equal(symlink("far/later.ics", in_folder("dangling.ics")), 0);
    assert_true(write_file("dangling.ics", "there", NULL));
    expect_file("far/later.ics", "there");

    assert_int_equal(symlink("round.ics", in_folder("round.ics")), 0);
    struct staged staged;
    assert_false(file_stage(&staged, in_folder("round.ics"), "x", 1));
    assert_int_equal(errno, ELOOP);
}

static void the_old_file_is_kept_as_backup(void **state)
{
    (void)state;
    assert_true(write_file("t.xlsx", "first", "t.xlsx.bak"));
    expect_names(1); /* nothing to keep yet */
    assert_true(write_file("t.xlsx", "second", "t.xlsx.bak"));
    expect_file("t.xlsx", "second");
    expect_file("t.xlsx.bak", "first");
    assert_true(write_file("t.xlsx", "third", "t.xlsx.bak"));
    expect_file("t.xlsx.bak", "second");
    /* The backup may already be the very same file. */
    assert_int_equal(unlink(in_folder("t.xlsx.bak")), 0);
    char other[sizeof joined];
    snprintf(other, sizeof other, "%s/t.xlsx.bak", folder);
    assert_int_equal(link(in_folder("t.xlsx"), other), 0);
    assert_true(write_file("t.xlsx", "fourth", "t.xlsx.bak"));
    expect_file("t.xlsx.bak", "third");
    expect_file("t.xlsx", "fourth");
    expect_names(2);
}

static void a_backup_that_fails_leaves_the_old_file(void **state)
{
    (void)state;
    put("t.xlsx", "old");
    assert_false(write_file("t.xlsx", "new", "no/such/folder.bak"));
    assert_int_equal(errno, ENOENT);
    expect_file("t.xlsx", "old");
    expect_names(1);
}

/* What stands there is not ours to replace. */
static void folders_and_devices_are_not_replaced(void **state)
{
    (void)state;
    struct staged staged;
    assert_false(file_stage(&staged, folder, "x", 1));
    assert_int_equal(errno, EISDIR);
    assert_false(file_stage(&staged, "/dev/null", "x", 1));
    assert_int_equal(errno, ENOTSUP);
    assert_false(file_stage(&staged, in_folder("none/x.pdf"), "x", 1));
    assert_int_equal(errno, ENOENT);
    assert_null(staged.path);
    assert_null(staged.temporary);
}

/* Root may write anywhere, so the test leaves root for a moment. */
static void a_folder_or_file_that_is_read_only(void **state)
{
    (void)state;
    put("locked.pdf", "old");
    assert_int_equal(chmod(in_folder("locked.pdf"), 0444), 0);
    assert_int_equal(chmod(folder, 0555), 0);
    bool root = geteuid() == 0;
    if (root)
        assert_int_equal(seteuid(NOBODY), 0);
    struct staged staged;
    bool in_folder_good = file_stage(&staged, in_folder("new.pdf"), "x", 1);
    int in_folder_error = errno;
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(folder, 0777), 0);
    if (root)
        assert_int_equal(seteuid(NOBODY), 0);
    bool over_file_good = file_stage(&staged, in_folder("locked.pdf"), "x", 1);
    int over_file_error = errno;
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_false(in_folder_good);
    assert_int_equal(in_folder_error, EACCES);
    assert_false(over_file_good);
    assert_int_equal(over_file_error, EACCES);
    expect_file("locked.pdf", "old");
    expect_names(1);
}

/* A limit on the size of files stands for the disk that is full: write() fails half way. */
static void a_full_disk(void **state)
{
    (void)state;
    put("book.pdf", "old");
    char *large = calloc(1, 100000);
    assert_non_null(large);
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 65536;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct staged staged;
    bool good = file_stage(&staged, in_folder("book.pdf"), large, 100000);
    int error = errno;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    free(large);
    assert_false(good);
    assert_int_equal(error, EFBIG);
    expect_file("book.pdf", "old");
    expect_names(1);
    struct sigaction action;
    assert_int_equal(sigaction(SIGXFSZ, NULL, &action), 0);
    assert_true(action.sa_handler == SIG_DFL); /* as it was before */
}

static void a_path_beside_another(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(path_beside(pool, "plans/bread.md", "look.yaml"), "plans/look.yaml");
    assert_string_equal(path_beside(pool, "bread.md", "look.yaml"), "look.yaml");
    assert_string_equal(path_beside(pool, "plans/bread.md", "/looks/a.yaml"), "/looks/a.yaml");
    assert_string_equal(path_beside(pool, "/bread.md", "look.yaml"), "/look.yaml");
    pool_free(pool);
}

#define in_own_folder(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_own_folder(reading),
        in_own_folder(reading_standard_input),
        in_own_folder(reading_without_end_stops_at_the_limit),
        in_own_folder(folders),
        cmocka_unit_test(a_path_beside_another),
        in_own_folder(a_new_file_appears_only_on_commit),
        in_own_folder(a_name_without_folder),
        in_own_folder(the_mode_is_kept),
        in_own_folder(a_link_stays_and_its_target_is_replaced),
        in_own_folder(the_old_file_is_kept_as_backup),
        in_own_folder(a_backup_that_fails_leaves_the_old_file),
        in_own_folder(folders_and_devices_are_not_replaced),
        in_own_folder(a_folder_or_file_that_is_read_only),
        in_own_folder(a_full_disk),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
