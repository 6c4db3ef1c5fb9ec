#include "review/trust.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"

#define CONFIG_FILE ".sluiceconfig"

bool
trust_is_config_path(struct slice path)
{
	return slice_eq_str(path, CONFIG_FILE);
}

int
trust_check_config(struct slice text, struct err *err)
{
	struct policy *scratch;

	if (policy_new(&scratch, err) < 0)
		return -1;
	int rc = policy_read(scratch, CONFIG_FILE, text, err);
	policy_free(scratch);
	return rc;
}

static int
read_committed_config(struct trust *trust, struct repository *repo, struct err *err)
{
	struct buf text = BUF_INIT(LIMIT_CONFIG_BYTES);
	int found =
		repository_file(&text, repo, &trust->commit, slice_str(CONFIG_FILE), LIMIT_CONFIG_BYTES, err);
	int rc = found < 0 ? -1 : 0;

	if (found > 0)
		rc = policy_read(trust->policy, CONFIG_FILE, buf_slice(&text), err);
	buf_release(&text);
	return rc;
}

/* A baseline that git's configuration names lies in the file system. */
static int
read_configured_baseline(struct buf *out, const struct trust_store *store, const char *value, struct err *err)
{
	struct buf path = BUF_INIT(1u << 16);

	repository_config_path(&path, store->repo, value);
	int rc = buf_ok(&path) ? file_read(out, path.ptr, LIMIT_BASELINE_BYTES, err) : err_oom(err);
	buf_release(&path);
	return rc < 0 ? -1 : 1;
}

/* Where the baseline is, if there is one: a file of the machine, or of the trusted commit. */
static int
read_baseline_bytes(struct buf *out, const char **name, const struct trust *trust,
		    const struct trust_store *store, enum baseline_kind kind, struct err *err)
{
	*name = kind == BASELINE_OWN ? store->baseline_path : NULL;
	if (*name)
		return file_read(out, *name, LIMIT_BASELINE_BYTES, err) < 0 ? -1 : 1;
	*name = policy_baseline(trust->policy, kind);
	if (!*name)
		return 0;
	if (policy_baseline_is_trusted_file(trust->policy, kind))
		return read_configured_baseline(out, store, *name, err);
	return repository_file(out, store->repo, &trust->commit, slice_str(*name), LIMIT_BASELINE_BYTES, err);
}

static int
parse_baseline(struct trust *trust, enum baseline_kind kind, const char *name, struct slice text,
	       struct err *err)
{
	switch (kind) {
	case BASELINE_GITLEAKS:
		return gitleaks_ignore_parse(&trust->gitleaks, text, err);
	case BASELINE_DETECT_SECRETS:
		return detect_secrets_parse(&trust->detect_secrets, name, text, err);
	default:
		return baseline_parse(&trust->baseline, name, text, err);
	}
}

static int
load_baseline(struct trust *trust, const struct trust_store *store, enum baseline_kind kind, struct err *err)
{
	struct buf text = BUF_INIT(LIMIT_BASELINE_BYTES);
	const char *name;
	int found = read_baseline_bytes(&text, &name, trust, store, kind, err);
	int rc = found < 0 ? -1 : 0;

	if (found > 0)
		rc = parse_baseline(trust, kind, name, buf_slice(&text), err);
	buf_release(&text);
	return rc;
}

static int
load_baselines(struct trust *trust, const struct trust_store *store, struct err *err)
{
	for (int kind = 0; kind < BASELINE_KINDS; kind++)
		if (load_baseline(trust, store, (enum baseline_kind)kind, err) < 0)
			return -1;
	return 0;
}

bool
trust_accepts(const struct trust *trust, const struct finding *finding)
{
	return (trust->baseline && baseline_has(trust->baseline, finding)) ||
	       (trust->gitleaks && gitleaks_ignore_has(trust->gitleaks, finding)) ||
	       (trust->detect_secrets && detect_secrets_has(trust->detect_secrets, finding));
}

static int
load(struct trust *trust, const struct trust_store *store, struct err *err)
{
	if (policy_new(&trust->policy, err) < 0 ||
	    repository_config(store->repo, policy_visit, trust->policy, err) < 0)
		return -1;
	if (store->repo && !object_id_is_none(&trust->commit) &&
	    read_committed_config(trust, store->repo, err) < 0)
		return -1;
	return load_baselines(trust, store, err);
}

static void
trust_free(struct trust *trust)
{
	policy_free(trust->policy);
	baseline_free(trust->baseline);
	gitleaks_ignore_free(trust->gitleaks);
	detect_secrets_free(trust->detect_secrets);
	free(trust);
}

int
trust_of(const struct trust **out, struct trust_store *store, const struct object_id *commit, struct err *err)
{
	for (struct trust *t = store->head; t; t = t->next) {
		if (strcmp(t->commit.hex, commit->hex) == 0) {
			*out = t;
			return 0;
		}
	}
	struct trust *trust = calloc(1, sizeof(*trust));
	if (!trust)
		return err_oom(err);
	trust->commit = *commit;
	if (load(trust, store, err) < 0) {
		trust_free(trust);
		return -1;
	}
	trust->next = store->head;
	store->head = trust;
	*out = trust;
	return 0;
}

void
trust_store_release(struct trust_store *store)
{
	while (store->head) {
		struct trust *next = store->head->next;
		trust_free(store->head);
		store->head = next;
	}
}
