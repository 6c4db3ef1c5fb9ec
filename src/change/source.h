/*
 * source.h - where the change under review comes from
 *
 * Four kinds, one iterator. A source first hands out the net comparison (its
 * changes are JUDGE_TIP), then every commit, oldest first, with its message
 * (JUDGE_EVERY). Staged changes, patches and single commits have one
 * comparison that is both.
 */
#ifndef SLUICE_CHANGE_SOURCE_H
#define SLUICE_CHANGE_SOURCE_H

#include "base/err.h"
#include "change/change.h"
#include "change/repository.h"

struct source;

/*
 * The index against HEAD (unborn: against nothing). During a merge a line is
 * added only if neither HEAD nor any MERGE_HEAD has it (a hook in a clean merge:
 * nor what GITHEAD_<id> in the environment names). Honours
 * GIT_INDEX_FILE as git does; refuses an index with unmerged entries, and a
 * GIT_INDEX_FILE that does not exist.
 */
int source_staged(struct source **out, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

/*
 * A..B or A...B: the commits reachable from B and not from A; the net result
 * is judged from their merge base (no merge base: from nothing), so what only
 * A gained is never blamed on B. An omitted side is HEAD. Anything else names
 * one commit, judged against all its parents (a root: against nothing).
 * The trusted commit is the merge base, or the first parent.
 */
int source_range(struct source **out, struct repository *repo, const char *revisions, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Every commit that a ref or HEAD reaches, oldest first, with its message, each judged on its own
 * (JUDGE_EVERY); then tags, with their messages or what they name. There is no net result. Commits in
 * done are left out. The trusted commit is HEAD's.
 */
int source_all(struct source **out, struct repository *repo, const struct object_id *done, size_t ndone,
	       struct err *err) __attribute__((warn_unused_result));

/* One line of pre-receive's input; an all-zero id means "does not exist". */
struct ref_update {
	struct object_id old_id, new_id;
	struct slice ref; /* borrowed for the life of the source */
};

/* Reads "<old> <new> <ref>" lines. Malformed or no lines: ERR_INPUT. Lives in the arena. */
int ref_updates_parse(struct ref_update **out, size_t *n, struct arena *arena, struct slice input,
		      struct err *err) __attribute__((warn_unused_result));

/*
 * A push as its receiver sees it: for every update what no existing ref has
 * (net: tip lines that no boundary commit has, removed lines against the
 * first boundary), each such commit once, annotated tags with their message,
 * tags on a blob or tree as added files. Deletions bring nothing. The trusted
 * commit is HEAD's: a branch of the pusher's own making vouches for nothing.
 */
int source_push(struct source **out, struct repository *repo, const struct ref_update *updates, size_t n,
		struct err *err) __attribute__((warn_unused_result));

/*
 * A push as its sender sees it (pre-push hook): as source_push(), but what
 * counts as known is the remote's old ids and the refs below
 * refs/remotes/<remote>/; the trusted commit is
 * the ref's old target, or HEAD's for a new ref.
 */
int source_outgoing(struct source **out, struct repository *repo, const char *remote,
		    const struct ref_update *updates, size_t n, struct err *err)
	__attribute__((warn_unused_result));

/*
 * A patch as git diff, git format-patch or diff -u write it. The bytes are
 * borrowed for the life of the source. Only its own lines are known
 * (change.partial). repo may be NULL. ERR_INPUT with the line for a hunk that
 * lies about its length, and for input without any file header.
 */
int source_patch(struct source **out, struct repository *repo, struct slice patch, struct err *err)
	__attribute__((warn_unused_result));

/* Which files are text even where their bytes look as if they were none; at first none are. */
void source_read_as_text(struct source *source, text_filter is_text);

/* Whether texts in archives are changes, too; at first they are not. */
void source_open_archives(struct source *source, bool open);

/* The next change, borrowed until the following call. 1, 0 at the end, -1. */
int source_next(struct source *source, const struct change **out, struct err *err)
	__attribute__((warn_unused_result));

/* Something that source_next() has not handed out: a file, a commit, or both. */
struct unread {
	struct slice path;       /* empty: all of the commit; borrowed until the source goes */
	struct object_id commit; /* none: the net result */
};

/*
 * Names what would come next, without reading it, when there is no time for
 * more: the rest of the running comparison file by file, then the further
 * commits. false at the end, and for a source that cannot tell. Not to be mixed with source_next().
 */
bool source_unread(struct source *source, struct unread *out);

/* The commit that a group of changes belongs to; false: to none. */
bool source_commit_of(const struct source *source, uint32_t group, struct object_id *out);

void source_free(struct source *source);

/* What was read so far; complete once source_next() has returned 0. */
struct source_scope {
	const char *description; /* "staged changes", "main..topic", "push of 2 refs", "patch" */
	uint64_t commits;        /* commits judged on their own */
	uint64_t files;          /* file changes of the net comparison */
	uint64_t added_lines;    /* of the net comparison */
	uint64_t removed_lines;
	bool is_push;             /* received from somebody else: nothing of it is trusted */
	bool is_partial;          /* a patch */
	bool is_all;              /* all of history: there is no net result */
	uint64_t commits_planned; /* in the end; 0: not known beforehand */
};
const struct source_scope *source_scope(const struct source *source);

#endif
