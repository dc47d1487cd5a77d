/* Tests of base/staged and base/litter: writing whole or not at all, and leaving nothing behind. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/litter.h"
#include "base/staged.h"
#include "support/own_folder.h"

#define NOBODY 65534

static struct pool *pool;

/* A file system that knows no file without a name. */
static bool names_only;

/* In the place of the library's, which the program would call. */
int open(const char *path, int flags, ...)
{
    va_list rest;

    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (names_only && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return openat(AT_FDCWD, path, flags, mode);
}

static int open_folder(void **state)
{
    pool = pool_new();
    return make_folder(state);
}

static int open_folder_of_names(void **state)
{
    names_only = true;
    return open_folder(state);
}

static int close_folder(void **state)
{
    pool_free(pool);
    names_only = false;
    return remove_folder(state);
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

static bool stage(struct staged *staged, const char *path, const void *bytes, size_t length)
{
    return staged_prepare(staged, pool, path) && staged_write(staged, bytes, length);
}

static bool write_file(const char *name, const char *words, const char *backup)
{
    struct staged staged;
    char kept[sizeof joined];

    if (backup)
        snprintf(kept, sizeof kept, "%s/%s", folder, backup);
    bool good = stage(&staged, in_folder(name), words, strlen(words)) &&
                (!backup || staged_keep(&staged, kept)) && staged_commit(&staged);
    int error = errno;
    staged_discard(&staged);
    errno = error;
    return good;
}

static mode_t mode_of(const char *name)
{
    struct stat status;

    assert_int_equal(stat(in_folder(name), &status), 0);
    return status.st_mode & 07777;
}

static void a_new_file_appears_only_on_commit(void **state)
{
    (void)state;
    struct staged staged;
    assert_true(stage(&staged, in_folder("new.pdf"), "bytes", 5));
    assert_false(file_exists(in_folder("new.pdf")));
    assert_true(staged_commit(&staged));
    expect_file("new.pdf", "bytes");
    assert_int_equal(mode_of("new.pdf"), 0644); /* 0666 less the umask */
    assert_null(staged.path);
    expect_names(1);

    assert_true(stage(&staged, in_folder("new.pdf"), "other", 5));
    staged_discard(&staged);
    expect_file("new.pdf", "bytes");
    expect_names(1);
    staged_discard(&(struct staged){0});
}

static void a_name_without_folder(void **state)
{
    (void)state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    struct staged staged;
    bool good = stage(&staged, "bare.ics", "x", 1) && staged_keep(&staged, "bare.bak") &&
                staged_commit(&staged);
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
    assert_false(stage(&staged, in_folder("round.ics"), "x", 1));
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
    /* What stands there is never lost to the next backup, and a link is not followed. */
    assert_false(write_file("t.xlsx", "third", "t.xlsx.bak"));
    assert_int_equal(errno, EEXIST);
    expect_file("t.xlsx.bak", "first");
    expect_file("t.xlsx", "second");
    assert_int_equal(symlink("victim", in_folder("link.bak")), 0);
    assert_false(write_file("t.xlsx", "third", "link.bak"));
    assert_int_equal(errno, EEXIST);
    assert_false(file_exists(in_folder("victim")));
    assert_true(write_file("t.xlsx", "third", "t.xlsx.bak.2"));
    expect_file("t.xlsx.bak.2", "second");
    expect_names(4);
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
    assert_false(stage(&staged, folder, "x", 1));
    assert_int_equal(errno, EISDIR);
    assert_false(stage(&staged, "/dev/null", "x", 1));
    assert_int_equal(errno, ENOTSUP);
    assert_false(stage(&staged, in_folder("none/x.pdf"), "x", 1));
    assert_int_equal(errno, ENOENT);
    assert_false(staged.open);
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
    bool in_folder_good = stage(&staged, in_folder("new.pdf"), "x", 1);
    int in_folder_error = errno;
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(folder, 0777), 0);
    if (root)
        assert_int_equal(seteuid(NOBODY), 0);
    bool over_file_good = stage(&staged, in_folder("locked.pdf"), "x", 1);
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
    bool good = stage(&staged, in_folder("book.pdf"), large, 100000);
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

/* Between the look at the old file and the rename somebody saved theirs. */
static void what_changed_since_is_not_overwritten(void **state)
{
    (void)state;
    struct staged staged;
    put("t.xlsx", "old");
    assert_true(stage(&staged, in_folder("t.xlsx"), "new", 3));
    put("t.xlsx", "saved meanwhile");
    assert_false(staged_commit(&staged));
    assert_int_equal(errno, ESTALE);
    expect_file("t.xlsx", "saved meanwhile");

    assert_true(stage(&staged, in_folder("t.xlsx"), "new", 3));
    struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, in_folder("t.xlsx"), times, 0), 0);
    assert_false(staged_commit(&staged)); /* as long as before, but of another time */
    assert_int_equal(errno, ESTALE);

    assert_true(stage(&staged, in_folder("t.xlsx"), "new", 3));
    assert_int_equal(unlink(in_folder("t.xlsx")), 0);
    assert_false(staged_commit(&staged)); /* deleted on purpose, perhaps */
    assert_int_equal(errno, ESTALE);

    assert_true(stage(&staged, in_folder("t.xlsx"), "new", 3));
    put("t.xlsx", "came since");
    assert_false(staged_commit(&staged));
    assert_int_equal(errno, ESTALE);
    expect_file("t.xlsx", "came since");
    expect_names(1);
}

/* As long as a name can be. */
static void a_long_name(void **state)
{
    (void)state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    assert_true(write_file(name, "first", NULL));
    assert_true(write_file(name, "second", NULL));
    expect_file(name, "second");
    expect_names(1);
}

static void what_a_killed_build_left_is_cleared(void **state)
{
    (void)state;
    struct staged staged;
    put(".roadbook-aB3xyz.tmp", "left");
    put(".roadbook-held00.tmp", "of a build that runs");
    put(".roadbook-notes.tmp", "not ours: another length");
    put(".roadbook-aB3xyz.tmp.old", "not ours");
    assert_int_equal(mkdir(in_folder(".roadbook-folder.tmp"), 0755), 0);
    assert_int_equal(symlink(".roadbook-notes.tmp", in_folder(".roadbook-linked.tmp")), 0);
    int held = open(in_folder(".roadbook-held00.tmp"), O_RDONLY);
    assert_true(litter_hold(held));
    assert_true(staged_prepare(&staged, pool, in_folder("book.pdf")));
    staged_discard(&staged);
    assert_false(file_exists(in_folder(".roadbook-aB3xyz.tmp")));
    expect_names(5);
    close(held);
    assert_true(staged_prepare(&staged, pool, in_folder("book.pdf")));
    staged_discard(&staged);
    expect_names(4);
}

/* A name of a file on its way, as where files without a name are not known. */
static void die_with_a_name(int number)
{
    char *name = litter_name(pool, in_folder("book.pdf"));
    int descriptor = open(name, O_CREAT | O_EXCL | O_WRONLY, 0600);

    if (descriptor >= 0 && litter_hold(descriptor))
        raise(number);
    _exit(1);
}

static void a_signal_leaves_nothing(void **state)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        int status;
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            signal(numbers[i], SIG_DFL);
            die_with_a_name(numbers[i]);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), numbers[i]);
        expect_names(0);
    }
}

/* Killed between staging and committing. */
static void a_kill_leaves_nothing_for_long(void **state)
{
    (void)state;
    struct staged staged;
    int status;
    put("book.pdf", "old");
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (stage(&staged, in_folder("book.pdf"), "new", 3))
            raise(SIGKILL);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    expect_file("book.pdf", "old");
    assert_true(write_file("book.pdf", "next", NULL));
    expect_names(1);
}

#define in_own_folder(test)                                                                        \
    cmocka_unit_test_setup_teardown(test, open_folder, close_folder),                              \
    {                                                                                              \
#test " under passing names", test, open_folder_of_names, close_folder, NULL               \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_own_folder(a_new_file_appears_only_on_commit),
        in_own_folder(a_name_without_folder),
        in_own_folder(the_mode_is_kept),
        in_own_folder(a_link_stays_and_its_target_is_replaced),
        in_own_folder(the_old_file_is_kept_as_backup),
        in_own_folder(a_backup_that_fails_leaves_the_old_file),
        in_own_folder(folders_and_devices_are_not_replaced),
        in_own_folder(a_folder_or_file_that_is_read_only),
        in_own_folder(a_full_disk),
        in_own_folder(what_changed_since_is_not_overwritten),
        in_own_folder(a_long_name),
        in_own_folder(what_a_killed_build_left_is_cleared),
        in_own_folder(a_signal_leaves_nothing),
        in_own_folder(a_kill_leaves_nothing_for_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
