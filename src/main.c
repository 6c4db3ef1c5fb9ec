/*
 * git-sluice - reviews a change for security defects
 *
 * How a run flows, and where each part lives:
 *
 *	cli/      a command reads its arguments, opens the repository, loads the rules
 *	change/   a source hands out what changed, one file or message at a time:
 *	          staged · range · push · patch; text decoded, hunks found; the
 *	          repository read by libgit2, or by git where that refuses (backend.h)
 *	rule/     rules as constant data: shipped with the program or read from YAML
 *	syntax/   a text parsed with its language's grammar, as a flat array of nodes
 *	match/    literal prefilter, then PCRE2 on windows round the touched lines, or
 *	          Semgrep's patterns on the nodes of the whole text
 *	finding/  matches become findings: fingerprint, introduced or old, snippet
 *	policy/   block, warn or off; suppression comments; baseline
 *	review/   the loop that drives the five above to a verdict
 *	report/   one file per output format
 *	base/     bytes, memory, errors, escaping, files: knows nothing of the rest
 *
 * A directory includes only those it needs and never one that comes later in
 * base, change, rule, syntax, match, finding, policy, review, report, cli
 * (tests/lint/layers.sh).
 */
#include <stdio.h>
#include <string.h>

#include "base/escape.h"
#include "cli/cli.h"
#include "cli/interrupt.h"

static const struct command commands[] = {
	{"review", cmd_review,
	 "git sluice [review] [--staged | <rev-range> | <commit> | --all | --patch (<file>|-)] [<options>]"},
	{"receive", cmd_receive, "git sluice receive [<options>]"},
	{"install", cmd_install, "git sluice install [--pre-commit] [--pre-push] [--pre-receive] [--chain]"},
	{"uninstall", cmd_uninstall, "git sluice uninstall [--pre-commit] [--pre-push] [--pre-receive]"},
	{"rules", cmd_rules, "git sluice rules (list | show <id> | test [<path>...] | check <path>...)"},
	{"baseline", cmd_baseline, "git sluice baseline (write | show) [<options>]"},
	{"doctor", cmd_doctor, "git sluice doctor"},
	{"version", cmd_version, "git sluice version [--build-options]"},
	{"hook", cmd_hook, NULL},
};

#define NCOMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
print_usage(FILE *to)
{
	const char *lead = "usage:";

	for (size_t i = 0; i < NCOMMANDS; i++) {
		if (!commands[i].usage)
			continue;
		fprintf(to, "%s %s\n", lead, commands[i].usage);
		lead = "   or:";
	}
	fputs("\n"
	      "    --staged              review the index against HEAD (the default)\n"
	      "    --patch <file>        review a patch, - for standard input\n"
	      "    --format <name>       text, json or sarif\n"
	      "    --output <file>       write the report there\n"
	      "    --report <name>:<file>  write one more report\n"
	      "    --rules <path>        add rules (a YAML file or a directory)\n"
	      "    --only-rules <path>   use these rules and not the shipped ones\n"
	      "    --area <name>         only the rules of one area\n"
	      "    --fail-on <what>      block (the default) or warn\n"
	      "    --baseline <file>     findings that are accepted\n"
	      "    --time-limit <s>      give up, and say so, after that many seconds\n"
	      "    --require-sandbox     end with an error where the kernel has none\n"
	      "    --color[=<when>]      auto, always or never\n"
	      "    -q, --quiet           findings and verdict only\n"
	      "    -v, --verbose         silent findings, all evidence\n"
	      "\n"
	      "exit status: 0 nothing blocks, 1 a finding blocks, 128 the review could not be\n"
	      "completed, 129 wrong usage. 'git sluice --help' shows the manual.\n",
	      to);
}

static const struct command *
find_command(const char *name)
{
	for (size_t i = 0; i < NCOMMANDS; i++)
		if (strcmp(name, commands[i].name) == 0)
			return &commands[i];
	return NULL;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int
dispatch(int argc, char **argv, struct err *err)
{
	static char hook_name[] = "hook";
	const char *self = argc > 0 ? base_name(argv[0]) : "git-sluice";

	/* The program may be the hook file itself. */
	if (strncmp(self, "pre-", 4) == 0 && argc < 64) {
		char *hook_argv[66] = {hook_name, argv[0] + (self - argv[0])};
		for (int i = 1; i < argc; i++)
			hook_argv[i + 1] = argv[i];
		return cmd_hook(argc + 1, hook_argv, err);
	}
	const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;
	if (command)
		return command->run(argc - 1, argv + 1, err);
	return cmd_review(argc, argv, err);
}

/* A message may quote a path or a revision: it is foreign text like any other. */
static void
print_failure(const struct err *err)
{
	struct buf line = BUF_INIT(16 * sizeof(err->msg));

	escape_terminal(&line, slice_str(err->msg));
	fprintf(stderr, "%s: %s\n", err->code == ERR_USAGE ? "error" : "fatal",
		buf_ok(&line) ? line.ptr : "");
	buf_release(&line);
	if (err->code == ERR_USAGE)
		fputs("hint: 'git sluice -h' shows the usage\n", stderr);
}

int
main(int argc, char **argv)
{
	struct err err = ERR_INIT;

	interrupt_init();
	if (argc == 2 && (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)) {
		print_usage(stdout);
		return argv[1][1] == 'h' ? EXIT_USAGE : EXIT_PASS;
	}
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		argv[1] += 2;
	int status = EXIT_FATAL;
	if (repository_set_out_of_memory(interrupt_no_memory, &err) == 0)
		status = dispatch(argc, argv, &err);
	if ((fflush(stdout) != 0 || ferror(stdout)) && !err_is_set(&err)) {
		err_set(&err, ERR_IO, "cannot write standard output");
		status = EXIT_FATAL;
	}
	if (err_is_set(&err))
		print_failure(&err);
	return status;
}
