#include "change/git.h"
int
git_instead(struct repository *repo, const struct err *why, struct err *err)
{
	(void)repo;
	return err_set(err, ERR_GIT, "%s", why->msg);
}
const struct backend backend_git = {.name = "git"};
