#include "policy/policy_hint.h"

#include "base/ascii.h"

#define WORD_BYTES   24u /* longer words resemble none of ours */
#define MAX_MISTAKES 2u

static const char *const words[] = {
	"failOn",    "baseline",     "gitleaksIgnore", "detectSecretsBaseline",
	"rules",     "shippedRules", "onIncomplete",   "requireSandbox",
	"timeLimit", "skipLog",      "fingerprintKey", "archives",
	"notebooks", "rule",         "area",           "severity",
	"path",      "action",       "syntax",
};

static unsigned
least(unsigned a, unsigned b, unsigned c)
{
	unsigned ab = a < b ? a : b;
	return ab < c ? ab : c;
}

/* Letters to insert, delete or replace until one is the other (Levenshtein), whatever their case. */
static unsigned
mistakes(struct slice written, const char *word)
{
	unsigned row[WORD_BYTES + 1];

	for (unsigned j = 0; j <= written.len; j++)
		row[j] = j;
	for (unsigned i = 1; word[i - 1]; i++) {
		unsigned corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= written.len; j++) {
			bool same = ascii_lower(word[i - 1]) == ascii_lower(written.ptr[j - 1]);
			unsigned cost = least(row[j] + 1, row[j - 1] + 1, corner + !same);
			corner = row[j];
			row[j] = cost;
		}
	}
	return row[written.len];
}

/* The known word nearest to a misspelt one, or NULL. */
static const char *
nearest(struct slice written)
{
	const char *best = NULL;
	unsigned fewest = MAX_MISTAKES + 1;

	if (written.len > WORD_BYTES)
		return NULL;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		unsigned n = mistakes(written, words[i]);
		if (n < fewest) {
			fewest = n;
			best = words[i];
		}
	}
	return fewest > 0 ? best : NULL;
}

void
policy_hint(struct buf *out, struct slice rest)
{
	size_t first = slice_chr(rest, '.'), last = rest.len;

	while (last > 0 && rest.ptr[last - 1] != '.')
		last--;
	const char *hint = nearest(slice_sub(rest, 0, first));
	if (!hint && last > 0)
		hint = nearest(slice_sub(rest, last, rest.len));
	buf_add_str(out, "unknown variable");
	if (hint)
		buf_addf(out, " (did you mean '%s'?)", hint);
	buf_add_str(out, "; known are sluice.failOn, sluice.baseline, sluice.gitleaksIgnore, "
			 "sluice.detectSecretsBaseline, sluice.rules, sluice.shippedRules, "
			 "sluice.onIncomplete, sluice.requireSandbox, sluice.timeLimit, sluice.skipLog, "
			 "sluice.fingerprintKey, sluice.archives, sluice.notebooks, "
			 "sluice.path.<glob>.action, sluice.path.<glob>.syntax, "
			 "and .action and .path of sluice.rule.<id>, sluice.area.<area>, "
			 "sluice.severity.<severity>");
}
