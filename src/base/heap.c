/* heap: the memory that malloc() gives out, taken from the system in large pages. */
#include "base/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define HEAP_LARGE ((size_t)64 << 20)
#define PAGE_LARGE ((size_t)2 << 20)

void heap_in_large_pages(void)
{
    /* a first piece of a page's size makes malloc() ask the system for all of it */
    mallopt(M_TOP_PAD, (int)HEAP_LARGE);
    mallopt(M_TRIM_THRESHOLD, (int)HEAP_LARGE * 8);
    mallopt(M_MMAP_THRESHOLD, (int)HEAP_LARGE / 4);
    char *piece = malloc(PAGE_LARGE);
    char *end = sbrk(0);

    if (piece && end > piece) {
        size_t before = (PAGE_LARGE - (uintptr_t)piece % PAGE_LARGE) % PAGE_LARGE;
        if (before < (size_t)(end - piece))
            madvise(piece + before, (size_t)(end - piece) - before, MADV_HUGEPAGE);
    }
    free(piece);
    mallopt(M_TOP_PAD, 1 << 20);
}
