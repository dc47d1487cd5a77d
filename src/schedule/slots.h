/* slots: when in the week the learner sits down, and for how long. */
#ifndef ROADBOOK_SCHEDULE_SLOTS_H
#define ROADBOOK_SCHEDULE_SLOTS_H

#include "schedule/pace.h"

/* Sittings in the week's order, each with its start and length worked out: they neither overlap nor
 * cross midnight. */
struct pattern {
    struct slot *slots;
    size_t count;
};

/* Works patterns out and remembers them. Zeroed but for the first three. */
struct slot_maker {
    struct pool *pool;
    const struct plan *plan;
    /* complete */
    const struct rhythm *rhythm;
    struct known_pattern *known;
    size_t known_count, known_capacity;
};

/* The sittings of STRETCH: their lengths sum to its minutes exactly. From the settings' slots, else
 * the timetable for the nearest hours, else spread evenly. The maker's. */
const struct pattern *slots_for(struct slot_maker *maker, const struct stretch *stretch);

/* The roadmap's timetable for the hours nearest to RATE (minutes a week), read as slots of a whole
 * week, starts -1 where it names none; false where it has none to go by. Reports once where a
 * timetable's parts do not sum to its title, or are more than MOST_A_WEEK sittings.
 * (slots_proposed.c) */
bool proposed_slots(struct pool *pool, const struct plan *plan, int rate, struct pattern *pattern);

/* The timetable whose hours are nearest to RATE, or NULL. (slots_proposed.c) */
const struct timetable *timetable_nearest(const struct plan *plan, int rate);

/* Reports a timetable whose parts do not make its title's hours, and how it is taken.
 * (slots_proposed.c) */
void timetable_report(const struct timetable *timetable);

#define LEAST_SITTING 25
#define MOST_SITTING  240
#define BREAK         15
#define MOST_A_WEEK                                                                                \
    (7 * DAY_CAPACITY / SHORTEST_SITTING) /* sittings: as many of the shortest as fit */

/* The settings' slots for STRETCH: as long as they say where the hours allow it. What the hours are
 * more goes to further sittings of at most MOST_SITTING on free days, then on others; what they are
 * less is taken off in proportion. Starts -1 where none is given. false where the days cannot hold
 * it. Reports lengths that do not sum to the hours, slots that overlap, and more than MOST_A_WEEK.
 * (slots_given.c) */
bool given_slots(struct pool *pool, const struct rhythm *rhythm, const struct stretch *stretch,
                 struct pattern *pattern);

/* Leaves only the sittings on DAYS. */
void keep_days(struct pattern *pattern, weekday_set days);

/* Sizes the sittings to MINUTES in all by the weights in their `minutes`; sittings that would be
 * shorter than LEAST go, the shortest and last first. false where they cannot hold so much. */
bool size_slots(struct pattern *pattern, int minutes, int least, int most);

/* Shares MINUTES out over COUNT weights by largest remainder in steps of 5, none above MOST; what
 * is below a step goes to the longest. false where COUNT times MOST is not enough. */
bool share_out(int minutes, const int *weights, size_t count, int most, int *shares);

#endif
