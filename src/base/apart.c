/* apart: a child process with a timer and a limit on its memory, whose result comes over a pipe. */
#include "base/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/report.h"

#define CHUNK    ((size_t)64 * 1024)
#define END_MARK '.'
#define PATIENCE 100 /* milliseconds until the child is looked after */

/* --- The child -------------------------------------------------------------------------------- */

/* After so much processor time the process ends by a signal. */
static void limit_time(int milliseconds)
{
    const char *slowness = getenv("ROADBOOK_SLOWNESS");
    long usual = APART_LIMITS_MEMORY ? 1 : 10; /* AddressSanitizer takes its time */
    long factor = slowness ? strtol(slowness, NULL, 10) : usual;
    long total = milliseconds * (factor > 0 && factor < 1000 ? factor : usual);
    struct itimerval timer = {.it_value = {.tv_sec = total / 1000, .tv_usec = total % 1000 * 1000}};

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

/* Sends TEXT and a mark of its end, and is gone at once: valgrind would look over what the parent
 * has, and find all of it lost, in any other end. */
static _Noreturn void send_all(int descriptor, const struct text *text)
{
    FILE *file = fdopen(descriptor, "w");

    if (file && fwrite(text_string(text), 1, text->length, file) == text->length &&
        fputc(END_MARK, file) != EOF && fclose(file) == 0)
        raise(SIGKILL);
    _exit(EXIT_FAILURE);
}

/* --- The parent ------------------------------------------------------------------------------- */

static bool is_gone(pid_t child)
{
    siginfo_t about = {0};

    return waitid(P_PID, (id_t)child, &about, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           about.si_pid == child;
}

/* All that comes until the child is gone, which need not be the end of the pipe: somebody else may
 * hold that open, be it this process where it could not be closed. false: it cannot be read. */
static bool take_all(int descriptor, pid_t child, struct text *out)
{
    char chunk[CHUNK];
    bool gone = false;

    for (;;) {
        struct pollfd pipe = {.fd = descriptor, .events = POLLIN};
        int ready = poll(&pipe, 1, gone ? 0 : PATIENCE);
        if (ready == 0 && gone)
            return true;
        if (ready == 0)
            gone = is_gone(child);
        ssize_t got = ready > 0 ? read(descriptor, chunk, sizeof chunk) : -1;
        if (got == 0)
            return true;
        if (got > 0)
            text_add_bytes(out, chunk, (size_t)got);
        else if (ready != 0 && errno != EINTR)
            return false;
    }
}

/* Why the child came to no end of its work; what is out of memory says so by its exit status. */
static enum apart_end why_not_done(int status)
{
    return (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) ||
                   (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_SYSTEM)
               ? APART_TOO_MUCH
               : APART_FAILED;
}

/* Waits for the child, of which GOT is what came, and adds that to RESULT where it is whole. */
static enum apart_end end_of(pid_t child, const struct text *got, struct text *result)
{
    int status = 0;

    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (got->length == 0 || got->bytes[got->length - 1] != END_MARK ||
        (WIFSIGNALED(status) && WTERMSIG(status) != SIGKILL))
        return why_not_done(status);
    text_add_bytes(result, got->bytes, got->length - 1);
    return APART_DONE;
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
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return APART_FAILED;
    }
    if (!take_all(ends[0], child, &out))
        text_clear(&out);
    close(ends[0]);
    enum apart_end end = end_of(child, &out, result);
    text_free(&out);
    return end;
}
