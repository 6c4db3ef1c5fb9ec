/*
 * glob.c - one segment at a time, without recursion
 *
 * Pattern and path are cut at '/'. Within a segment '*' is handled by
 * remembering the last star and where it began; between segments '**' is
 * handled the same way, one level up. So "a/ ** /b" (without the blanks)
 * costs at most segments(pattern) * segments(path) comparisons.
 */
#include "base/glob.h"

#include <stddef.h>

static struct slice
take_segment(struct slice *rest)
{
	size_t end = slice_chr(*rest, '/');
	struct slice segment = slice_sub(*rest, 0, end);

	*rest = slice_sub(*rest, end == (size_t)-1 ? rest->len : end + 1, rest->len);
	return segment;
}

/*
 * Matches c against the class at p[*at] == '[' and moves *at behind it. An
 * unclosed class is a literal '['.
 */
static bool
match_class(struct slice p, size_t *at, unsigned char c)
{
	size_t i = *at + 1;
	bool negated = i < p.len && (p.ptr[i] == '!' || p.ptr[i] == '^');
	bool found = false;

	i += negated;
	for (size_t first = i; i < p.len && (p.ptr[i] != ']' || i == first); i++) {
		unsigned char low = (unsigned char)p.ptr[i], high = low;
		if (i + 2 < p.len && p.ptr[i + 1] == '-' && p.ptr[i + 2] != ']') {
			high = (unsigned char)p.ptr[i + 2];
			i += 2;
		}
		found |= low <= c && c <= high;
	}
	if (i >= p.len) {
		(*at)++;
		return c == '[';
	}
	*at = i + 1;
	return found != negated;
}

/* Matches one byte of the pattern, not '*', and moves *at behind it. */
static bool
match_one(struct slice p, size_t *at, char c)
{
	if (p.ptr[*at] == '?') {
		(*at)++;
		return true;
	}
	if (p.ptr[*at] == '[')
		return match_class(p, at, (unsigned char)c);
	if (p.ptr[*at] == '\\' && *at + 1 < p.len)
		(*at)++;
	return p.ptr[(*at)++] == c;
}

static bool
match_segment(struct slice p, struct slice s)
{
	size_t i = 0, j = 0, star = (size_t)-1, from = 0;

	while (j < s.len) {
		if (i < p.len && p.ptr[i] == '*') {
			star = ++i;
			from = j;
		} else if (i < p.len && match_one(p, &i, s.ptr[j])) {
			j++;
		} else if (star != (size_t)-1) {
			i = star;
			j = ++from;
		} else {
			return false;
		}
	}
	while (i < p.len && p.ptr[i] == '*')
		i++;
	return i == p.len;
}

/* Both anchored at the top; true also when the pattern names a directory above the path. */
static bool
match_anchored(struct slice pattern, struct slice path)
{
	struct slice p = pattern, s = path, star_p = {NULL, 0}, star_s = {NULL, 0};
	bool starred = false;

	for (;;) {
		if (p.len == 0)
			return true;
		if (s.len == 0 && !slice_eq_str(p, "**"))
			return false;
		struct slice ahead = p, segment = take_segment(&ahead);
		if (slice_eq_str(segment, "**")) {
			starred = true;
			star_p = p = ahead;
			star_s = s;
			continue;
		}
		struct slice s_ahead = s;
		if (match_segment(segment, take_segment(&s_ahead))) {
			p = ahead;
			s = s_ahead;
			continue;
		}
		if (!starred || star_s.len == 0)
			return false;
		take_segment(&star_s);
		p = star_p;
		s = star_s;
	}
}

bool
glob_match(struct slice pattern, struct slice path)
{
	if (pattern.len > 0 && pattern.ptr[pattern.len - 1] == '/')
		pattern.len--;
	if (pattern.len == 0)
		return false;
	if (pattern.ptr[0] == '/')
		return match_anchored(slice_sub(pattern, 1, pattern.len), path);
	if (slice_chr(pattern, '/') != (size_t)-1)
		return match_anchored(pattern, path);
	for (struct slice rest = path; rest.len > 0;)
		if (match_segment(pattern, take_segment(&rest)))
			return true;
	return false;
}
