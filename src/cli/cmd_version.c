#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/sandbox.h"
#include "base/version.h"
#include "change/repository.h"
#include "cli/cli.h"
#include "rule/shipped.h"
#include "syntax/syntax.h"

static size_t
count_syntax_rules(const struct shipped *shipped)
{
	size_t n = 0;

	for (size_t i = 0; i < shipped->n; i++)
		n += shipped->rules[i].syntax;
	return n;
}

static int
print_build(const struct shipped *shipped, struct err *err)
{
	struct buf text = BUF_INIT(1u << 12);
	struct sandbox sandbox = sandbox_probe();

	repository_describe_backends(&text);
	buf_add_str(&text, "sandbox: ");
	sandbox_describe(&text, &sandbox);
	int rc = buf_ok(&text) ? 0 : err_oom(err);
	if (rc == 0)
		printf("rules: %zu\nsyntax: %s\n%s\nC compiler: %s\n", shipped->n, syntax_description(),
		       text.ptr, __VERSION__);
	buf_release(&text);
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
	const struct shipped *shipped = shipped_rules();
	if (!shipped) {
		err_oom(err);
		return EXIT_FATAL;
	}
	printf("git-sluice version %s\n", sluice_version);
	if (!syntax_available())
		printf("built without grammars; shipped rules on syntax, which do not run: %zu\n",
		       count_syntax_rules(shipped));
	if (build && print_build(shipped, err) < 0)
		return EXIT_FATAL;
	return fflush(stdout) == 0 ? EXIT_PASS : EXIT_FATAL;
}
