#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "cli/cli.h"
#include "rule/embed.h"
#include "syntax/syntax.h"

int
cmd_version(int argc, char **argv, struct err *err)
{
	bool build = argc == 2 && strcmp(argv[1], "--build-options") == 0;

	if (argc > 1 && !build) {
		err_set(err, ERR_USAGE, "version takes --build-options only");
		return EXIT_USAGE;
	}
	printf("git-sluice version %s\n", sluice_version);
	if (build)
		printf("rules: %zu\nsyntax: %s\nC compiler: %s\n", shipped_nrules, syntax_description(),
		       __VERSION__);
	return fflush(stdout) == 0 ? EXIT_PASS : EXIT_FATAL;
}
