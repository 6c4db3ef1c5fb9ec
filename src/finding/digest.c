#include "finding/digest.h"

#include "base/buf.h"

struct digests {
	struct digest items[DIGESTS_MAX];
	size_t n;
};

static void
add(struct digests *digests, struct slice value)
{
	if (value.len > 0 && digests->n < DIGESTS_MAX)
		hash_sha1(digests->items[digests->n++].bytes, value);
}

/* Whatever stands between two equal quotes. */
static void
add_quoted(struct digests *digests, struct slice s)
{
	for (size_t at = 0; at < s.len; at++) {
		char c = s.ptr[at];
		size_t len = c == '"' || c == '\'' || c == '`' ? slice_chr(slice_sub(s, at + 1, s.len), c)
							       : (size_t)-1;
		if (len == (size_t)-1)
			continue;
		add(digests, slice_sub(s, at + 1, at + 1 + len));
		at += len + 1;
	}
}

static void
add_assigned(struct digests *digests, struct slice s)
{
	for (size_t at = 0; at < s.len; at++)
		if (s.ptr[at] == '=' || s.ptr[at] == ':') {
			add(digests, slice_trim(slice_sub(s, at + 1, s.len)));
			return;
		}
}

/* "-----BEGIN RSA PRIVATE KEY-----": the words are all that detect-secrets takes of a key. */
static void
add_armour(struct digests *digests, struct slice s)
{
	size_t from = slice_find(s, slice_str("BEGIN ")), to = from;

	if (from == (size_t)-1)
		return;
	while (to < s.len && s.ptr[to] != '-' && s.ptr[to] != '\n')
		to++;
	add(digests, slice_sub(s, from, to));
}

int
digests_of(struct finding *out, struct arena *arena, const struct text *text, const struct match *match,
	   struct err *err)
{
	struct slice reported = slice_sub(text->bytes, match->start, match->end);
	struct digests digests = {.n = 0};

	if (!rule_hides(match->rule))
		return 0;
	add(&digests, reported);
	add_armour(&digests, reported);
	for (size_t i = 0; i < match->nbindings; i++)
		add(&digests, match->bindings[i].value);
	add_quoted(&digests, reported);
	add_assigned(&digests, reported);
	struct digest *copy = arena_array(arena, digests.n, sizeof(*copy));
	if (!copy)
		return err_oom(err);
	memcpy(copy, digests.items, digests.n * sizeof(*copy));
	out->digests = copy;
	out->ndigests = digests.n;
	return 0;
}
