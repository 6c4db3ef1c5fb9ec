/*
 * deadline.h - when to stop, by a clock that nobody can set back
 *
 * What is long looks at the deadline between small pieces of work and stops
 * early without a word. A deadline that is past stays past: who started the
 * work asks afterwards, and if it is late takes the result for a part of one.
 * NULL for a deadline: none.
 */
#ifndef SLUICE_BASE_DEADLINE_H
#define SLUICE_BASE_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

struct deadline {
	uint64_t at; /* nanoseconds of deadline_clock(); 0: none */
};

/* Nanoseconds of a monotonic clock. */
uint64_t deadline_clock(void);

/* From now on; 0 seconds: none. */
struct deadline deadline_in(double seconds);

/* Brings it so much nearer, for work that comes afterwards; none stays none. */
void deadline_hasten(struct deadline *deadline, uint64_t nanoseconds);

bool deadline_is_past(const struct deadline *deadline);

/* Milliseconds that are left, at most `most`. */
uint32_t deadline_left_ms(const struct deadline *deadline, uint32_t most);

#endif
