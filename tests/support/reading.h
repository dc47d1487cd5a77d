/* What the tests of the roadmap's reader share: reading a text, finding an item, and a roadmap of
 * our own that has every part. */
#ifndef ROADBOOK_TESTS_PLAN_READING_H
#define ROADBOOK_TESTS_PLAN_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/source.h"
#include "base/text.h"
#include "read/roadmap.h"

#define M DAYS_PER_MONTH

static struct source source;

static inline struct plan *read_with(const char *text, const struct roadmap_hints *hints)
{
    report_reset();
    report_verbosity(-1);
    source = (struct source){"test.md", text, strlen(text)};
    return roadmap_read(&source, hints);
}

static inline struct plan *read_text(const char *text)
{
    struct plan *plan = read_with(text, NULL);

    assert_non_null(plan);
    return plan;
}

static inline struct item *find(const struct plan *plan, const char *title)
{
    for (size_t i = 0; i < plan->item_count; i++)
        if (strcmp(plan->items[i].title.text, title) == 0)
            return &plan->items[i];
    fail_msg("no item '%s'", title);
    return NULL;
}

/* The item of that title is of KIND and lies at [from, to) days; from -1: it has no place. */
static inline void check(const struct plan *plan, const char *title, enum item_kind kind,
                         double from, double to)
{
    const struct item *item = find(plan, title);

    if (item->kind != kind || fabs(item->when.from - from) > 0.01 ||
        fabs(item->when.to - to) > 0.01)
        fail_msg("'%s': %s [%g, %g), want %s [%g, %g)", title, item_kind_name(item->kind),
                 item->when.from, item->when.to, item_kind_name(kind), from, to);
}

/* What the source has at PLACE; "" past its end. */
static inline const char *written_at(struct place place)
{
    size_t length;
    struct pool *pool = pool_new();
    struct line_starts starts = line_starts_of(pool, &source);
    const char *line = source_line(&source, &starts, place.line, &length);

    pool_free(pool);
    return place.column >= 1 && (size_t)place.column <= length ? line + place.column - 1 : "";
}

/* WORDS stand at PLACE in the text that was read. */
static inline void check_place(struct place place, const char *words)
{
    if (strncmp(written_at(place), words, strlen(words)) != 0)
        fail_msg("'%s' is not at %d:%d: '%.20s'", words, place.line, place.column,
                 written_at(place));
}

__attribute__((unused)) static const char long_roadmap[] =
    "# Glass Blowing Roadmap (8-10 Months, 4-6 hours/week)\n"
    "\n"
    "## Summary\n"
    "\n"
    "**Outcomes (for busy people):**\n"
    "\n"
    "• **Month 4**: A straight tumbler; steady breath\n"
    "• **Month 10**: A vase to give away\n"
    "\n"
    "---\n"
    "\n"
    "## Phase 1: Heat & Breath (Months 1-4)\n"
    "\n"
    "### Goals & Competencies\n"
    "- Keep the gather centred\n"
    "\n"
    "### Theory Topics (Spread across 4 months)\n"
    "**Furnace Care** (Months 1-2): Temperatures, fuel\n"
    "**Gathering** (Months 2-4): First gathers, bits\n"
    "\n"
    "### Practice Tasks (One per month)\n"
    "**Month 1-2**: **Paperweight** - Solid work, one colour\n"
    "**Months 3-4**: **Tumbler** - Blown work, 5-10 pieces\n"
    "\n"
    "### Reading List (Beginner-Friendly)\n"
    "1. **\"Glass Notes\" (The Manual)**: Chapters 1-6 with care\n"
    "2. Colour charts of your supplier\n"
    "\n"
    "### Weekly Time Allocation (4-5 hours/week)\n"
    "- **Bench**: 3-4 hours (gathers and repetition)\n"
    "- **Reading**: 1 hour (the manual)\n"
    "\n"
    "### Exit Checklist (Month 4)\n"
    "- [ ] Ten tumblers of one height\n"
    "- [x] No burns for a month (500+ gathers)\n"
    "\n"
    "## Phase 2: Colour & Form (Months 5-10)\n"
    "\n"
    "### Mini-Projects (Choose based on interest)\n"
    "**Months 5-6**: **Marbles** - Cane work\n"
    "**Months 7-8**: **Paper-thin Bowl** - Spinning out\n"
    "\n"
    "### Reading List (Specialization-dependent)\n"
    "**Cane Work**:\n"
    "1. A book of canes\n"
    "\n"
    "**Casting**:\n"
    "1. A book of moulds\n"
    "\n"
    "## Slow Track (for evenings)\n"
    "\n"
    "### Months 1-3: Making Friends with Heat\n"
    "**Hot Hands** (2 hours/week):\n"
    "- **Resources**: The manual, chapter 2\n"
    "- **Milestone**: Turn without looking\n"
    "\n"
    "## Heat → Form Bridge (Months 4-6)\n"
    "\n"
    "### Simplified Plan\n"
    "**Month 4**: Blocks only\n"
    "\n"
    "### Bridge Project: Lamp Shade (Month 6)\n"
    "- First from blocks\n"
    "- Then freehand\n"
    "\n"
    "## Beginner-Friendly Track\n"
    "\n"
    "### Soft Introduction\n"
    "**Fear**: The furnace hums, that is all\n"
    "\n"
    "### Growing Difficulty\n"
    "**Week 1-2**: Watch\n"
    "**Week 3-4**: Hold the pipe\n"
    "**Month 4+**: Large pieces\n"
    "\n"
    "## Specialization Recommendations (Choose by Month 8)\n"
    "\n"
    "### Lamp Work\n"
    "**Why Good Choice**: Small torch, small rent\n"
    "**Tools**: Torch, tweezers\n"
    "\n"
    "### Studio Tools\n"
    "**Why Good Choice**: Others buy them\n"
    "\n"
    "## Portfolio Strategy\n"
    "\n"
    "### Tier 1 Projects (Must Have)\n"
    "1. **Set of Six**: Matched glasses\n"
    "\n"
    "### Tier 2 Projects (Nice to Have)\n"
    "2. **Chandelier Arm**: Bent to a drawing\n"
    "\n"
    "### Presentation Strategy\n"
    "**Show the Making**:\n"
    "- \"A film with 50K+ views\"\n"
    "\n"
    "## Job Market Preparation (Months 7-10)\n"
    "\n"
    "### Skill Strategy\n"
    "**Portfolio Preparation**:\n"
    "**Months 7-8**: Photographs\n"
    "- Light from behind\n"
    "\n"
    "**Months 9-10**: Letters\n"
    "- Studios within reach\n"
    "\n"
    "## Network Building Strategy\n"
    "\n"
    "### Online Community (1 hour/week)\n"
    "- **Forum**: Answer one question\n"
    "\n"
    "### Content Creation (Optional, 2 hours/month)\n"
    "- **Films**: One a month\n"
    "\n"
    "## Milestones & Assessment\n"
    "\n"
    "### Quarterly Milestones\n"
    "**Month 3**: Centred gathers\n"
    "**Month 9**: A matched pair\n"
    "\n"
    "### Self-Assessment Questions\n"
    "**Month 4 (Bench Readiness)**:\n"
    "- Can I set up alone?\n"
    "\n"
    "## Budget\n"
    "\n"
    "### Free Resources\n"
    "- **Films**: Open studio nights\n"
    "\n"
    "### Low-Cost Investments (<$90 total)\n"
    "- **Goggles**: Didymium = $60\n"
    "\n"
    "### Time Management Strategies\n"
    "\n"
    "**4-Hour Week Schedule**:\n"
    "- Tuesday/Thursday: 1 hour each (bench)\n"
    "- Weekend: 2 hours (pieces)\n"
    "\n"
    "**6-Hour Week Schedule**:\n"
    "- Daily: 30 min (drawing)\n"
    "- 2 longer sessions: 75 min each\n"
    "\n"
    "**Flexibility Strategies**:\n"
    "- **Hot Weeks**: 10-12 hours when the furnace is on\n"
    "\n"
    "Glass forgives nobody, but it waits for everybody.\n";

#endif
