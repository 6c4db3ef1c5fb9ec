#include "change/spans.h"

#include <stdlib.h>

#include "base/hash.h"

#define PIECE_BYTES 64u

/* Takes the next piece off *rest. */
static struct slice
next_piece(struct slice *rest)
{
	size_t max = rest->len < PIECE_BYTES ? rest->len : PIECE_BYTES;
	const char *lf = memchr(rest->ptr, '\n', max);
	size_t len = lf ? (size_t)(lf - rest->ptr) + 1 : max;
	struct slice piece = slice_sub(*rest, 0, len);

	*rest = slice_sub(*rest, len, rest->len);
	return piece;
}

static struct span
span_of(struct slice piece, bool is_text)
{
	if (is_text && slice_ends(piece, "\r\n")) {
		uint64_t hash = hash_bytes(piece.ptr, piece.len - 2, HASH_SEED);
		return (struct span){hash_bytes("\n", 1, hash), piece.len - 1};
	}
	return (struct span){hash_bytes(piece.ptr, piece.len, HASH_SEED), piece.len};
}

static int
compare_spans(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
fold_equal(struct spans *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (kept > 0 && s->items[kept - 1].hash == s->items[i].hash)
			s->items[kept - 1].bytes += s->items[i].bytes;
		else
			s->items[kept++] = s->items[i];
	}
	s->n = kept;
}

int
spans_of(struct spans *out, struct arena *arena, struct slice file, struct err *err)
{
	bool is_text = file.len == 0 || !memchr(file.ptr, '\0', file.len);
	size_t n = 0;

	for (struct slice rest = file; rest.len > 0; n++)
		next_piece(&rest);
	*out = (struct spans){arena_array(arena, n, sizeof(*out->items)), 0};
	if (!out->items)
		return err_oom(err);
	for (struct slice rest = file; rest.len > 0;)
		out->items[out->n++] = span_of(next_piece(&rest), is_text);
	qsort(out->items, out->n, sizeof(*out->items), compare_spans);
	fold_equal(out);
	return 0;
}

size_t
spans_common(const struct spans *a, const struct spans *b)
{
	size_t common = 0;

	for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
		if (a->items[i].hash < b->items[j].hash) {
			i++;
		} else if (a->items[i].hash > b->items[j].hash) {
			j++;
		} else {
			size_t x = a->items[i++].bytes, y = b->items[j++].bytes;
			common += x < y ? x : y;
		}
	}
	return common;
}
