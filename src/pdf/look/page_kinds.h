/* page_kinds: the one table of the kinds of page, in the order that a book has them where its
 * template says nothing else. */
#ifndef ROADBOOK_PDF_LOOK_PAGE_KINDS_H
#define ROADBOOK_PDF_LOOK_PAGE_KINDS_H

/* Each: the file in pdf/pages/ that draws it, and its name under `pages` in a template. To add a
 * kind: a line here, and that file, which ends with its descriptor `const struct page_kind
 * FILE_pages` (see pdf/pages/pages.h). The look, which stands below the pages, takes the names. */
#define PAGE_KINDS(KIND)                                                                           \
    KIND(cover, "cover")                                                                           \
    KIND(guide, "guide")                                                                           \
    KIND(contents, "contents")                                                                     \
    KIND(glance, "glance")                                                                         \
    KIND(comparison, "comparison")                                                                 \
    KIND(outcomes, "outcomes")                                                                     \
    KIND(opener, "phases")                                                                         \
    KIND(sheet, "sheets")                                                                          \
    KIND(reading, "reading")                                                                       \
    KIND(month, "months")                                                                          \
    KIND(week, "weeks")                                                                            \
    KIND(month_review, "reviews")                                                                  \
    KIND(checklist, "checklists")                                                                  \
    KIND(other_sections, "sections")                                                               \
    KIND(questions, "questions")                                                                   \
    KIND(budget, "budget")                                                                         \
    KIND(own_words, "words")                                                                       \
    KIND(index, "index")                                                                           \
    KIND(notes, "notes")

/* PAGE_cover, PAGE_guide, ...: a kind's place in the table. */
enum page_index {
#define PAGE_INDEX(file, name) PAGE_##file,
    PAGE_KINDS(PAGE_INDEX)
#undef PAGE_INDEX
        PAGE_KIND_COUNT
};

#endif
