/* apart: a child process with a timer and a limit on its memory, whose result comes over a pipe. */
#include "base/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/report.h"

#define CHUNK ((size_t)64 * 1024)

/* --- The child -------------------------------------------------------------------------------- */

/* After so much processor time the process ends by a signal. */
static void limit_time(int milliseconds)
{
    struct itimerval timer = {
        .it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};

    signal(SIGPROF, SIG_DFL);
    setitimer(ITIMER_PROF, &timer, NULL);
}

/* The addresses that this process has; 0 where that cannot be learnt. */
static size_t addresses(void)
{
    FILE *file = fopen("/proc/self/statm", "re");
    size_t pages = 0;

    if (file && fscanf(file, "%zu", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* That there is no more of it is for the parent to say. */
static void limit_memory(size_t bytes)
{
    size_t have = addresses();
    struct rlimit limit = {.rlim_cur = have + bytes, .rlim_max = have + bytes};

    if (!APART_LIMITS_MEMORY || have == 0)
        return;
    setrlimit(RLIMIT_AS, &limit);
    if (!freopen("/dev/null", "we", stderr))
        fclose(stderr);
}

static void limit_all(struct apart_limits limits, pid_t parent)
{
    struct rlimit none = {0};

    prctl(PR_SET_PDEATHSIG, SIGKILL); /* locks that both hold are given up with the parent */
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    setrlimit(RLIMIT_CORE, &none);
    limit_memory(limits.bytes);
    limit_time(limits.milliseconds);
}

static void send_all(int descriptor, const struct text *text)
{
    FILE *file = fdopen(descriptor, "w");
    bool sent = file && fwrite(text_string(text), 1, text->length, file) == text->length;

    if (!sent || fclose(file) != 0)
        _exit(EXIT_FAILURE);
}

/* --- The parent ------------------------------------------------------------------------------- */

/* All that comes until the child is gone; false where it cannot be read. Closes DESCRIPTOR. */
static bool take_all(int descriptor, struct text *out)
{
    FILE *file = fdopen(descriptor, "r");
    char chunk[CHUNK];
    size_t got;

    if (!file) {
        close(descriptor);
        return false;
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        text_add_bytes(out, chunk, got);
    bool good = !ferror(file);
    fclose(file);
    return good;
}

/* How the child ended: what is out of memory says so by its exit status. */
static enum apart_end end_of(pid_t child)
{
    pid_t waited;
    int status = 0;

    while ((waited = waitpid(child, &status, 0)) < 0 && errno == EINTR)
        ;
    if (waited != child)
        return APART_FAILED;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
        return APART_DONE;
    return (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) ||
                   (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_SYSTEM)
               ? APART_TOO_MUCH
               : APART_FAILED;
}

enum apart_end apart_work(struct apart_limits limits, void (*work)(void *data, struct text *out),
                          void *data, struct text *result)
{
    pid_t self = getpid(), child = -1;
    int ends[2];
    struct text out = TEXT_INIT;

    fflush(NULL); /* or the child would write it, too */
    if (pipe2(ends, O_CLOEXEC) != 0)
        return APART_FAILED;
    child = fork();
    if (child == 0) {
        close(ends[0]);
        limit_all(limits, self);
        work(data, &out);
        send_all(ends[1], &out);
        _exit(EXIT_SUCCESS);
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return APART_FAILED;
    }
    bool taken = take_all(ends[0], &out);
    enum apart_end end = end_of(child);
    if (end == APART_DONE && !taken)
        end = APART_FAILED;
    if (end == APART_DONE)
        text_add_bytes(result, text_string(&out), out.length);
    text_free(&out);
    return end;
}
