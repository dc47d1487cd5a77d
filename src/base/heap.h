/* heap: the memory that malloc() gives out, taken from the system in large pages. */
#ifndef ROADBOOK_BASE_HEAP_H
#define ROADBOOK_BASE_HEAP_H

/* Once, at the start of the program: from now on malloc() keeps what is freed to give it out again,
 * and its first HEAP_LARGE bytes come in pages of 2 MB where the system has them. The first use
 * of each page costs as much as thousands of instructions, and more on a virtual machine: by pages
 * of 4 KB that was a third of the time of a run. Where nothing of this can be had, nothing fails.
 */
void heap_in_large_pages(void);

#endif
