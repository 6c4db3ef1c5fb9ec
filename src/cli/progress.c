#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/deadline.h"

#define FIRST_NS UINT64_C(1000000000)
#define STEP_NS  UINT64_C(100000000)

struct progress
progress_start(bool quiet)
{
	return (struct progress){.on = !quiet && isatty(STDERR_FILENO), .next = deadline_clock() + FIRST_NS};
}

void
progress_show(void *ctx, const struct source_scope *scope, size_t nfindings)
{
	struct progress *p = ctx;
	uint64_t now;

	if (!p->on || scope->commits_planned == 0 || (now = deadline_clock()) < p->next)
		return;
	p->next = now + STEP_NS;
	p->shown = true;
	fprintf(stderr, "\rReviewing commits: %3" PRIu64 "%% (%" PRIu64 "/%" PRIu64 "), %zu finding%s\033[K",
		scope->commits * 100 / scope->commits_planned, scope->commits, scope->commits_planned,
		nfindings, nfindings == 1 ? "" : "s");
}

void
progress_end(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
