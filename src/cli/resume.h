/*
 * resume.h - a review of all history that goes on where it was stopped
 *
 *	git sluice review --all --resume=audit.state
 *
 * The file names every commit that was reviewed to its end, however the run ended: by
 * itself, by --time-limit, by SIGINT or SIGTERM. The next run leaves those commits out,
 * and reports what it finds in the others.
 *
 *	git-sluice 0.1.0 reviewed
 *	with --area=secrets
 *	1f0c...                     one id a line
 */
#ifndef SLUICE_CLI_RESUME_H
#define SLUICE_CLI_RESUME_H

#include "base/buf.h"
#include "cli/cli.h"
#include "review/review.h"

struct resume {
	struct object_id *done; /* of malloc */
	size_t n, cap;
	struct buf head; /* the first lines, which must be the same */
	struct output output;
};

/*
 * Reads the file if it is there, and opens what will replace it. ERR_INPUT for a file that is none, or one
 * of a review by another version or with other rules.
 */
int resume_open(struct resume **out, const struct options *options, struct err *err)
	__attribute__((warn_unused_result));

/* Adds the commits of the first ngroups groups of changes and writes the file. */
int resume_write(struct resume *resume, const struct source *source, uint32_t ngroups, struct err *err)
	__attribute__((warn_unused_result));
void resume_free(struct resume *resume);

#endif
