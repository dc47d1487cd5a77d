/* read_workbook FILE...: reads each workbook in a process of its own and prints a line of it, parts
 * split by tabs: its name, "read" or "refused" ("crashed", "hung"), how many cells, seconds of
 * processor time, the most memory in KB, and why it was refused. With --cells it prints, instead,
 * all that it read of one. For tests/check/tracker_hostile.py. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "memory/xlsx_file.h"

#define SECONDS_MOST 60

static void print_cells(const struct read_sheet *sheet)
{
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const struct placed_cell *cell = &sheet->cells[i];
        printf("%s\t%u\t%u\t%d\t%s\t%.17g\t%s\t%s\t%s\n", sheet->name, cell->row, cell->column,
               (int)cell->cell.kind, cell->cell.text, cell->cell.number,
               cell->cell.formula ? cell->cell.formula : "-", cell->cell.format,
               cell->comment ? cell->comment : "-");
    }
}

static void print_book(const struct read_book *book)
{
    for (size_t i = 0; i < book->name_count; i++)
        printf("name\t%s\t%s\n", book->names[i].name, book->names[i].reference);
    for (size_t i = 0; i < book->sheet_count; i++) {
        const struct read_sheet *sheet = &book->sheets[i];
        printf("sheet\t%s\t%s\t%zu cells\t%zu widths\t%s\n", sheet->name,
               sheet->hidden ? "hidden" : "shown", sheet->cell_count, sheet->width_count,
               sheet->lost);
        print_cells(sheet);
    }
}

/* Gives the exit status, to be the same under any sanitizer. */
static int read_one(const char *path, FILE *out, bool cells)
{
    struct pool *pool = pool_new();
    struct text bytes = TEXT_INIT, why = TEXT_INIT;
    const struct read_book *book;
    size_t count = 0;

    if (!file_read(path, 0, &bytes)) {
        perror(path);
        return 1;
    }
    enum memory_state state = xlsx_file_read(pool, text_string(&bytes), bytes.length, &book, &why);
    for (size_t i = 0; book && i < book->sheet_count; i++)
        count += book->sheets[i].cell_count;
    fprintf(out, "%s\t%zu\t%s\n", state == MEMORY_READ ? "read" : "refused", count,
            text_string(&why));
    if (cells && book)
        print_book(book);
    text_free(&bytes);
    text_free(&why);
    pool_free(pool);
    return 0;
}

static void watch_one(const char *path)
{
    char line[4096] = "", state[32] = "", *why = line;
    struct rusage used;
    int status, count = 0;
    FILE *out = tmpfile();

    fflush(stdout);
    pid_t child = out ? fork() : -1;
    if (child < 0) {
        perror(path);
        exit(1);
    }
    if (child == 0) {
        alarm(SECONDS_MOST);
        int result = read_one(path, out, false);
        fflush(out);
        exit(result);
    }
    wait4(child, &status, 0, &used);
    rewind(out);
    size_t length = fread(line, 1, sizeof line - 1, out);
    fclose(out);
    line[length] = '\0';
    if (WIFSIGNALED(status) || WEXITSTATUS(status) != 0)
        strcpy(state, WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? "hung" : "crashed");
    else if (sscanf(line, "%31[^\t]\t%d\t", state, &count) == 2)
        why = strchr(strchr(line, '\t') + 1, '\t') + 1;
    why[strcspn(why, "\n")] = '\0';
    printf("%s\t%s\t%d\t%ld.%06ld\t%ld\t%s\n", path, state, count,
           (long)(used.ru_utime.tv_sec + used.ru_stime.tv_sec +
                  (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000000),
           (long)((used.ru_utime.tv_usec + used.ru_stime.tv_usec) % 1000000), used.ru_maxrss, why);
}

int main(int count, char **arguments)
{
    if (count == 3 && strcmp(arguments[1], "--cells") == 0)
        return read_one(arguments[2], stdout, true);
    for (int i = 1; i < count; i++)
        watch_one(arguments[i]);
    return 0;
}
