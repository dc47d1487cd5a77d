/* faults: preloaded into the program, makes one call that writes fail, the one whose number stands
 * in $FAULT_AT, as on a disk that is full for a moment: nothing is written, ENOSPC. With $FAULT_ON
 * every later one fails, too. At the end the number of calls goes into the file $FAULT_COUNT. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long calls;

/* true where this call is to fail. What goes to the terminal always goes well. */
static bool fails(int descriptor)
{
    const char *at = getenv("FAULT_AT");

    if (descriptor >= 0 && descriptor <= STDERR_FILENO)
        return false;
    calls++;
    if (!at || calls < atol(at) || (calls > atol(at) && !getenv("FAULT_ON")))
        return false;
    errno = ENOSPC;
    return true;
}

__attribute__((destructor)) static void tell_count(void)
{
    const char *path = getenv("FAULT_COUNT");

    if (!path)
        return;
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (descriptor >= 0)
        dprintf(descriptor, "%ld\n", calls);
}

/* The function of that name that stands behind this one. */
#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    return fails(descriptor)
               ? -1
               : REAL(ssize_t, "write", int, const void *, size_t)(descriptor, bytes, length);
}

int fsync(int descriptor)
{
    return fails(descriptor) ? -1 : REAL(int, "fsync", int)(descriptor);
}

int rename(const char *from, const char *to)
{
    return fails(-1) ? -1 : REAL(int, "rename", const char *, const char *)(from, to);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file)
{
    return fails(fileno(file)) ? 0
                               : REAL(size_t, "fwrite", const void *, size_t, size_t,
                                      FILE *)(bytes, size, count, file);
}

int fputs(const char *string, FILE *file)
{
    return fails(fileno(file)) ? EOF : REAL(int, "fputs", const char *, FILE *)(string, file);
}

int fseek(FILE *file, long offset, int whence)
{
    return fails(fileno(file)) ? -1 : REAL(int, "fseek", FILE *, long, int)(file, offset, whence);
}

int fseeko64(FILE *file, off64_t offset, int whence)
{
    return fails(fileno(file)) ? -1
                               : REAL(int, "fseeko64", FILE *, off64_t, int)(file, offset, whence);
}

int fflush(FILE *file)
{
    return file && fails(fileno(file)) ? EOF : REAL(int, "fflush", FILE *)(file);
}

int fprintf(FILE *file, const char *format, ...)
{
    va_list arguments;

    if (fails(fileno(file)))
        return -1;
    va_start(arguments, format);
    int written = vfprintf(file, format, arguments);
    va_end(arguments);
    return written;
}

/* What fprintf() is called in programs built with _FORTIFY_SOURCE. */
int __fprintf_chk(FILE *file, int flag, const char *format, ...)
{
    va_list arguments;

    (void)flag;
    if (fails(fileno(file)))
        return -1;
    va_start(arguments, format);
    int written = vfprintf(file, format, arguments);
    va_end(arguments);
    return written;
}
