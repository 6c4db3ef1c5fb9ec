#include "base/deadline.h"

#include <stddef.h>
#include <time.h>

#define NS_PER_SECOND UINT64_C(1000000000)
#define NS_PER_MS     UINT64_C(1000000)

uint64_t
deadline_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

struct deadline
deadline_in(double seconds)
{
	if (!(seconds > 0) || seconds > 1e9)
		return (struct deadline){0};
	return (struct deadline){deadline_clock() + (uint64_t)(seconds * (double)NS_PER_SECOND)};
}

void
deadline_hasten(struct deadline *deadline, uint64_t nanoseconds)
{
	if (deadline->at != 0)
		deadline->at = deadline->at > nanoseconds ? deadline->at - nanoseconds : 1;
}

bool
deadline_is_past(const struct deadline *deadline)
{
	return deadline && deadline->at != 0 && deadline_clock() >= deadline->at;
}

uint32_t
deadline_left_ms(const struct deadline *deadline, uint32_t most)
{
	if (!deadline || deadline->at == 0)
		return most;
	uint64_t now = deadline_clock(), left = deadline->at > now ? (deadline->at - now) / NS_PER_MS : 0;
	return left < most ? (uint32_t)left : most;
}
