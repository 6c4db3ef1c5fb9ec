/*
 * scan.h - a text scanned with the prefilter and without it
 *
 * For the targets whose rules run in a matcher: what is found must be the same.
 */
#ifndef SLUICE_TESTS_FUZZ_SCAN_H
#define SLUICE_TESTS_FUZZ_SCAN_H

#include "oracle.h"

#include "match/match.h"

/* One text by both ways; rc is 0, or -1 when the rules cannot be run. */
struct scans {
	struct match_list with, without; /* the prefilter */
	int rc, rc_without;
};

static inline int
scan_once(const struct ruleset *rules, const struct scan *scan, bool prefilter, struct match_list *list)
{
	struct err err = ERR_INIT;
	struct matcher *matcher;

	match_list_init(list);
	CHECK(matcher_new(&matcher, rules, &err) == 0);
	if (!prefilter)
		matcher_disable_prefilter(matcher);
	int rc = matcher_scan(matcher, scan, list, &err);
	CHECK((rc == 0) == !err_is_set(&err));
	matcher_free(matcher);
	return rc;
}

static inline void
scans_run(struct scans *s, const struct ruleset *rules, const struct scan *scan)
{
	s->rc = scan_once(rules, scan, true, &s->with);
	s->rc_without = scan_once(rules, scan, false, &s->without);
	/* What no text asked for was not compiled either. */
	CHECK(s->rc == 0 || s->rc_without < 0);
}

static inline bool
scans_ran(const struct scans *s)
{
	return s->rc == 0 && s->rc_without == 0;
}

/* A search that gave up may have given up at different places. */
static inline bool
scans_are_complete(const struct scans *s)
{
	return s->with.nlimits == 0 && s->without.nlimits == 0;
}

static inline void
scans_check_same(const struct scans *s)
{
	if (!scans_are_complete(s))
		return;
	CHECK(s->with.n == s->without.n);
	for (size_t i = 0; i < s->with.n; i++) {
		const struct match *a = &s->with.items[i], *b = &s->without.items[i];
		CHECK(a->rule == b->rule && a->start == b->start && a->end == b->end);
		CHECK(a->span_start == b->span_start && a->span_end == b->span_end);
		CHECK(a->nbindings == b->nbindings && a->ntrace == b->ntrace);
	}
}

static inline void
scans_release(struct scans *s)
{
	match_list_release(&s->with);
	match_list_release(&s->without);
}

#endif
