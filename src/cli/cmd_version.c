#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/version.h"
#include "change/repository.h"
#include "cli/cli.h"
#include "rule/embed.h"
#include "syntax/syntax.h"

static size_t
shipped_syntax_rules(void)
{
	size_t n = 0;

	for (size_t i = 0; i < shipped_nrules; i++)
		n += shipped_rules[i].syntax;
	return n;
}

static int
print_build(struct err *err)
{
	struct buf backends = BUF_INIT(1u << 12);

	repository_describe_backends(&backends);
	int rc = buf_ok(&backends) ? 0 : err_oom(err);
	if (rc == 0)
		printf("rules: %zu\nsyntax: %s\n%sC compiler: %s\n", shipped_nrules, syntax_description(),
		       backends.ptr, __VERSION__);
	buf_release(&backends);
	return rc;
}

int
cmd_version(int argc, char **argv, struct err *err)
{
	bool build = argc == 2 && strcmp(argv[1], "--build-options") == 0;

	if (argc > 1 && !build) {
		err_set(err, ERR_USAGE, "version takes --build-options only");
		return EXIT_USAGE;
	}
	printf("git-sluice version %s\n", sluice_version);
	if (!syntax_available())
		printf("built without grammars; shipped rules on syntax, which do not run: %zu\n",
		       shipped_syntax_rules());
	if (build && print_build(err) < 0)
		return EXIT_FATAL;
	return fflush(stdout) == 0 ? EXIT_PASS : EXIT_FATAL;
}
