#include "finding/vault.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "finding/mask.h"
#include "match/condition.h"

#define SLOTS (4u * VAULT_VALUES)

void
vault_init(struct vault *vault)
{
	*vault = (struct vault){.n = 0};
	arena_init(&vault->arena);
}

void
vault_release(struct vault *vault)
{
	free(vault->values);
	free(vault->slots);
	arena_release(&vault->arena);
}

static size_t
slot_of(const char *bytes)
{
	return (size_t)(hash_bytes(bytes, VAULT_VALUE_BYTES, HASH_SEED) % SLOTS);
}

/* The longest value that stands at the start of s, or an empty one. */
static struct slice
find(const struct vault *vault, struct slice s)
{
	struct slice longest = {"", 0};

	if (s.len < VAULT_VALUE_BYTES)
		return longest;
	for (size_t slot = slot_of(s.ptr); vault->slots[slot]; slot = (slot + 1) % SLOTS) {
		struct slice value = vault->values[vault->slots[slot] - 1];
		if (value.len > longest.len && value.len <= s.len && memcmp(value.ptr, s.ptr, value.len) == 0)
			longest = value;
	}
	return longest;
}

int
vault_add(struct vault *vault, struct slice value, struct err *err)
{
	void *values = vault->values;

	if (value.len < VAULT_VALUE_BYTES || vault->n == VAULT_VALUES || entropy_of(value) < VAULT_ENTROPY)
		return 0;
	if (!vault->slots && !(vault->slots = calloc(SLOTS, sizeof(*vault->slots))))
		return err_oom(err);
	if (find(vault, value).len == value.len)
		return 0;
	if (array_reserve(&values, &vault->cap, vault->n + 1, sizeof(*vault->values)) < 0)
		return err_oom(err);
	vault->values = values;
	if (arena_dup(&vault->values[vault->n], &vault->arena, value) < 0)
		return err_oom(err);
	size_t slot = slot_of(value.ptr);
	while (vault->slots[slot])
		slot = (slot + 1) % SLOTS;
	vault->slots[slot] = (uint32_t)++vault->n;
	return 0;
}

/* Where the next value begins at or behind `at`; the end: nowhere. */
static size_t
next_value(const struct vault *vault, struct slice s, size_t at, size_t *len)
{
	for (; at + VAULT_VALUE_BYTES <= s.len; at++) {
		*len = find(vault, slice_sub(s, at, s.len)).len;
		if (*len > 0)
			return at;
	}
	return s.len;
}

/* Values change their length: mark is an offset of the text that moves along, or NULL. */
static void
move_mark(uint32_t *mark, uint32_t original, size_t from, size_t len, size_t written)
{
	if (!mark || original <= from)
		return;
	if (original >= from + len)
		*mark = *mark + (uint32_t)strlen(MASK_TEXT) - (uint32_t)len;
	else
		*mark = (uint32_t)written;
}

struct shown {
	struct slice *text;
	uint32_t *start, *end; /* marks */
};

static int
redact(struct shown shown, const struct vault *vault, struct arena *arena, struct err *err)
{
	struct slice s = *shown.text;
	size_t len = 0, at = 0, next = next_value(vault, s, 0, &len);
	uint32_t start = shown.start ? *shown.start : 0, end = shown.end ? *shown.end : 0;
	struct buf out = BUF_INIT(2 * s.len + 64);

	if (next == s.len)
		return 0;
	for (; next < s.len; next = next_value(vault, s, at, &len)) {
		buf_add_slice(&out, slice_sub(s, at, next));
		move_mark(shown.start, start, next, len, out.len);
		buf_add_str(&out, MASK_TEXT);
		move_mark(shown.end, end, next, len, out.len);
		at = next + len;
	}
	buf_add_slice(&out, slice_sub(s, at, s.len));
	int rc = buf_ok(&out) ? arena_dup(shown.text, arena, buf_slice(&out)) : -1;
	buf_release(&out);
	return rc < 0 ? err_oom(err) : 0;
}

int
vault_redact_text(const struct vault *vault, struct slice *text, struct arena *arena, struct err *err)
{
	return vault->n > 0 ? redact((struct shown){text, NULL, NULL}, vault, arena, err) : 0;
}

static int
redact_snippet(struct finding *f, const struct vault *vault, struct arena *arena, struct err *err)
{
	struct snippet_line *lines = arena_array(arena, f->nsnippet, sizeof(*lines));

	if (!lines)
		return err_oom(err);
	for (size_t i = 0; i < f->nsnippet; i++) {
		lines[i] = f->snippet[i];
		struct shown shown = {&lines[i].text, &lines[i].mark_start, &lines[i].mark_end};
		if (redact(shown, vault, arena, err) < 0)
			return -1;
	}
	f->snippet = lines;
	return 0;
}

int
vault_redact(const struct vault *vault, struct finding *f, struct arena *arena, struct err *err)
{
	struct slice *const texts[] = {&f->message, &f->fix, &f->reason, &f->path, &f->old_path, &f->ref};

	if (vault->n == 0)
		return 0;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (vault_redact_text(vault, texts[i], arena, err) < 0)
			return -1;
	return redact_snippet(f, vault, arena, err);
}
