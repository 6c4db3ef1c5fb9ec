/*
 * interrupt.h - how a run ends before its end
 *
 * By SIGINT, SIGTERM, SIGHUP, SIGXCPU, or by its own alarm: temporary files
 * are removed and the exit status is 128. A pipe that nobody reads ends nothing
 * by itself: the write fails, which is an error like another.
 */
#ifndef SLUICE_CLI_INTERRUPT_H
#define SLUICE_CLI_INTERRUPT_H

#include <stdbool.h>

#include "base/deadline.h"
#include "base/err.h"

/* First of all in main(). Also makes sure that files do not open as standard streams that were closed. */
void interrupt_init(void);

/*
 * From now on the first SIGINT or SIGTERM only asks for an end, which interrupt_asked() tells:
 * for a run that has something to leave behind. A second one ends it.
 */
void interrupt_gently(void);
bool interrupt_asked(void);

/* Ends the run at once: there is no memory. */
void interrupt_no_memory(void);

/*
 * Ends the run LIMIT_OVERTIME_MS after the deadline, whatever it is doing then: some
 * steps cannot look at a clock. No deadline: no alarm. The last call counts.
 */
int interrupt_after(const struct deadline *deadline, struct err *err) __attribute__((warn_unused_result));

/* The reports are out: the time for what is left, to free memory, does not count. */
void interrupt_no_longer(void);

#endif
