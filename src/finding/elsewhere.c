#include "finding/elsewhere.h"

#include <stdlib.h>

#include "base/buf.h"

/* Heads alike that are looked at for one function: `def get(self):` may come many times. */
#define HEADS_MAX 256u

void
elsewhere_init(struct elsewhere *e, struct line_key key)
{
	*e = (struct elsewhere){.key = key};
	arena_init(&e->arena);
}

void
elsewhere_release(struct elsewhere *e)
{
	free(e->lines);
	free(e->guarded);
	free(e->paths);
	arena_release(&e->arena);
	elsewhere_init(e, e->key);
}

void
elsewhere_clear(struct elsewhere *e)
{
	e->n = e->nguarded = e->nfiles = 0;
	e->sorted = false;
	arena_clear(&e->arena);
}

/* --- taking in --- */

static int
add_line(struct elsewhere *e, const struct text *text, uint32_t line, struct err *err)
{
	struct slice s = text_line(text, line);
	void *lines = e->lines;

	if (fingerprint_is_trivial(s))
		return 0;
	if (array_reserve(&lines, &e->cap, e->n + 1, sizeof(*e->lines)) < 0)
		return err_oom(err);
	e->lines = lines;
	e->lines[e->n++] =
		(struct added_line){fingerprint_line_keyed(s, e->key), (uint32_t)(e->nfiles - 1), line};
	return 0;
}

static int
add_guarded(struct elsewhere *e, const struct text *text, const struct definition_list *definitions,
	    const struct match *match, struct err *err)
{
	uint32_t d = definition_around(definitions, match->start, match->end);
	void *guarded = e->guarded;

	if (d == DEFINITION_NONE)
		return 0;
	if (array_reserve(&guarded, &e->guarded_cap, e->nguarded + 1, sizeof(*e->guarded)) < 0)
		return err_oom(err);
	e->guarded = guarded;
	uint32_t line = text_line_at(text, definitions->items[d].head);
	e->guarded[e->nguarded++] = (struct guarded){(uint32_t)(e->nfiles - 1), line, match->rule};
	return 0;
}

static int
add_guards(struct elsewhere *e, const struct change *change, struct matcher *matcher, enum language lang,
	   const struct match_list *guards, struct err *err)
{
	struct definition_list definitions;
	int rc = 0;

	if (guards->n == 0)
		return 0;
	definition_list_init(&definitions);
	rc = definitions_read(&definitions, matcher, &change->new_text, lang, change->entry.new_path, err);
	for (size_t i = 0; rc == 0 && i < guards->n; i++)
		rc = add_guarded(e, &change->new_text, &definitions, &guards->items[i], err);
	definition_list_release(&definitions);
	return rc;
}

int
elsewhere_add(struct elsewhere *e, const struct change *change, struct matcher *matcher, enum language lang,
	      const struct match_list *guards, struct err *err)
{
	void *paths = e->paths;

	if (change->added.n == 0 || !(change->judged & JUDGE_TIP) || lang == LANG_NONE || change->partial)
		return 0;
	if (array_reserve(&paths, &e->files_cap, e->nfiles + 1, sizeof(*e->paths)) < 0)
		return err_oom(err);
	e->paths = paths;
	if (arena_dup(&e->paths[e->nfiles], &e->arena, change->entry.new_path) < 0)
		return err_oom(err);
	e->nfiles++;
	for (size_t i = 0; i < change->added.n; i++) {
		struct line_range range = change->added.ranges[i];
		for (uint32_t line = range.first; line <= range.last; line++)
			if (add_line(e, &change->new_text, line, err) < 0)
				return -1;
	}
	return add_guards(e, change, matcher, lang, guards, err);
}

void
gone_note(struct gone *gone, const struct text *text, const struct definition *d, const struct match *guard,
	  struct line_key key)
{
	uint32_t head = text_line_at(text, d->head), last = text_line_at(text, d->end > 0 ? d->end - 1 : 0);
	struct line_range lines = fingerprint_lines(text, guard->start, guard->end);

	*gone = (struct gone){.lines = last - head + 1};
	if (fingerprint_is_trivial(text_line(text, head)))
		return;
	gone->head = fingerprint_line_keyed(text_line(text, head), key);
	for (uint32_t line = head + 1; line <= last && gone->nbody < GONE_LINES; line++) {
		struct slice s = text_line(text, line);
		bool is_guard = lines.first > head && line >= lines.first && line <= lines.last;
		if (!is_guard && !fingerprint_is_trivial(s))
			gone->body[gone->nbody++] = fingerprint_line_keyed(s, key);
	}
}

/* --- asking --- */

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_lines(const void *a, const void *b)
{
	const struct added_line *x = a, *y = b;

	if (x->hash != y->hash)
		return ORDER(x->hash, y->hash);
	return x->file != y->file ? ORDER(x->file, y->file) : ORDER(x->line, y->line);
}

/* The first line of that hash, file and number or behind it. */
static size_t
lower_bound(const struct elsewhere *e, struct added_line wanted)
{
	size_t low = 0, high = e->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (compare_lines(&e->lines[mid], &wanted) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Whether a line of the body stands behind the head, no further than twice as far as it can have been. */
static bool
has_body(const struct elsewhere *e, const struct gone *gone, const struct added_line *head)
{
	for (uint32_t i = 0; i < gone->nbody; i++) {
		struct added_line wanted = {gone->body[i], head->file, head->line + 1};
		size_t at = lower_bound(e, wanted);
		if (at < e->n && e->lines[at].hash == wanted.hash && e->lines[at].file == head->file &&
		    e->lines[at].line - head->line <= 2 * gone->lines)
			return true;
	}
	return gone->nbody == 0;
}

static int
compare_guarded(const void *a, const void *b)
{
	const struct guarded *x = a, *y = b;

	if (x->file != y->file)
		return ORDER(x->file, y->file);
	return x->line != y->line ? ORDER(x->line, y->line) : ORDER((uintptr_t)x->rule, (uintptr_t)y->rule);
}

static bool
is_guarded(const struct elsewhere *e, const struct added_line *head, const struct rule *rule)
{
	const struct guarded wanted = {head->file, head->line, rule};

	return e->nguarded > 0 &&
	       bsearch(&wanted, e->guarded, e->nguarded, sizeof(wanted), compare_guarded) != NULL;
}

static void
sort(struct elsewhere *e)
{
	if (!e->sorted && e->n > 0)
		qsort(e->lines, e->n, sizeof(*e->lines), compare_lines);
	if (!e->sorted && e->nguarded > 0)
		qsort(e->guarded, e->nguarded, sizeof(*e->guarded), compare_guarded);
	e->sorted = true;
}

bool
elsewhere_is_bare(struct elsewhere *e, const struct gone *gone, const struct rule *rule, struct slice *path,
		  uint32_t *line)
{
	uint32_t tried = 0;
	bool bare = false;

	sort(e);
	if (gone->head == 0)
		return false;
	for (size_t i = lower_bound(e, (struct added_line){gone->head, 0, 0});
	     i < e->n && e->lines[i].hash == gone->head && tried < HEADS_MAX; i++, tried++) {
		const struct added_line *head = &e->lines[i];
		if (!has_body(e, gone, head))
			continue;
		if (is_guarded(e, head, rule))
			return false;
		if (!bare) {
			*path = e->paths[head->file];
			*line = head->line;
		}
		bare = true;
	}
	return bare;
}
