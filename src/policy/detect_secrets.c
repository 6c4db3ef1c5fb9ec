#include "policy/detect_secrets.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/json.h"

struct known {
	struct slice path;
	struct digest digest;
};

struct detect_secrets {
	struct known *items; /* sorted */
	size_t n, cap;
	struct arena arena;
};

/* --- reading --- */

struct parse {
	struct detect_secrets *out;
	struct json_reader json;
	bool in_results;
	struct slice path; /* the key within results */
	struct slice key;  /* the last one, as it is written */
	struct err *err;
};

static bool
read_digest(struct digest *out, struct slice hex)
{
	for (size_t i = 0; i < sizeof(out->bytes); i++) {
		int high = 2 * i < hex.len ? ascii_hex_value(hex.ptr[2 * i]) : -1;
		int low = 2 * i + 1 < hex.len ? ascii_hex_value(hex.ptr[2 * i + 1]) : -1;
		if (high < 0 || low < 0)
			return false;
		out->bytes[i] = (uint8_t)(high << 4 | low);
	}
	return hex.len == 2 * sizeof(out->bytes);
}

static int
add(struct parse *p, struct slice hex)
{
	struct detect_secrets *out = p->out;
	void *items = out->items;
	struct known known = {.path = p->path};

	if (!read_digest(&known.digest, hex))
		return 0;
	if (array_reserve(&items, &out->cap, out->n + 1, sizeof(*out->items)) < 0)
		return err_oom(p->err);
	out->items = items;
	out->items[out->n++] = known;
	return 0;
}

/* Python writes what is not ASCII as escapes. */
static int
take_path(struct parse *p)
{
	struct buf path = BUF_INIT(1u << 20);

	json_text(&path, p->json.token);
	int rc = buf_ok(&path) ? arena_dup(&p->path, &p->out->arena, buf_slice(&path)) : -1;
	buf_release(&path);
	return rc < 0 ? err_oom(p->err) : 0;
}

/* A key by its depth: 1 "results", 2 a path, 4 that of an entry in the path's list. */
static int
take_key(struct parse *p)
{
	p->key = p->json.token;
	if (p->json.depth == 1)
		p->in_results = slice_eq_str(p->key, "results");
	return p->in_results && p->json.depth == 2 ? take_path(p) : 0;
}

static int
read_all(struct parse *p, const char *name)
{
	for (;;) {
		enum json_token token = json_next(&p->json);
		int rc = 0;

		if (token == JSON_END)
			return 0;
		if (token == JSON_ERROR)
			return err_set(p->err, ERR_CONFIG, "%s: not JSON, at byte %zu", name, p->json.at);
		if (token == JSON_KEY)
			rc = take_key(p);
		else if (token == JSON_STRING && p->in_results && p->json.depth == 4 &&
			 slice_eq_str(p->key, "hashed_secret"))
			rc = add(p, p->json.token);
		if (rc < 0)
			return -1;
	}
}

static int
compare(const void *a, const void *b)
{
	const struct known *x = a, *y = b;
	int order = slice_cmp(x->path, y->path);

	return order ? order : memcmp(&x->digest, &y->digest, sizeof(x->digest));
}

int
detect_secrets_parse(struct detect_secrets **out, const char *name, struct slice text, struct err *err)
{
	struct detect_secrets *known = calloc(1, sizeof(*known));
	struct parse p = {.out = known, .json = {.text = text}, .err = err};
	int rc;

	if (!known)
		return err_oom(err);
	arena_init(&known->arena);
	if (!json_is_object_with(text, "results"))
		rc = err_set(err, ERR_CONFIG, "%s: no baseline of detect-secrets: it lacks \"results\"",
			     name);
	else
		rc = read_all(&p, name);
	if (rc < 0) {
		detect_secrets_free(known);
		return -1;
	}
	if (known->n > 0)
		qsort(known->items, known->n, sizeof(*known->items), compare);
	*out = known;
	return 0;
}

void
detect_secrets_free(struct detect_secrets *known)
{
	if (!known)
		return;
	free(known->items);
	arena_release(&known->arena);
	free(known);
}

/* --- asking --- */

bool
detect_secrets_has(const struct detect_secrets *known, const struct finding *finding)
{
	for (size_t i = 0; known->n > 0 && i < finding->ndigests; i++) {
		struct known wanted = {finding->path, finding->digests[i]};
		if (bsearch(&wanted, known->items, known->n, sizeof(*known->items), compare))
			return true;
	}
	return false;
}
