/*
 * Patterns on Dockerfiles, and the tree they are compared with.
 */
#include "match_fixture.h"

#include <stdio.h>

#include "syntax/syntax.h"

struct row {
	const char *pattern, *text;
	const char *matches; /* "text $X=value|..." in order, a newline as it is */
};

/* clang-format off */
static const struct row rows[] = {
	/* images */
	{"FROM $I", "FROM a/b:1 AS c\nfrom d\nFROM --platform=x $E\n",
	 "FROM a/b:1 AS c $I=a/b|from d $I=d|FROM --platform=x $E $I=$E"},
	{"FROM $I:$T", "FROM a\nFROM h:5000/b\nFROM h:5000/b:1\nFROM c@sha256:ab\n",
	 "FROM h:5000/b:1 $I=h:5000/b $T=1"},
	{"FROM $I:$T@$H", "FROM a:1\nFROM a:1@sha256:ab\n", "FROM a:1@sha256:ab $I=a $T=1 $H=sha256:ab"},
	{"FROM $I:latest", "FROM a:latest\nFROM a:1\nFROM latest\n", "FROM a:latest $I=a"},
	{"FROM $I AS $N", "FROM a\nFROM a as b\n", "FROM a as b $I=a $N=b"},
	{"FROM --platform=$P $I", "FROM a\nFROM --platform=p a\n", "FROM --platform=p a $P=p $I=a"},
	{"FROM scratch", "FROM scratch\nFROM scratch:1\nFROM ${B:-scratch}\n", "FROM scratch|FROM scratch:1"},
	/* instructions in a row */
	{"FROM $I\n...\nUSER $U", "FROM a\nRUN b\n\n# c\nUSER d\n", "FROM a\nRUN b\n\n# c\nUSER d $I=a $U=d"},
	{"USER a\nRUN ...", "USER a\n\nRUN b\nUSER a\nCMD b\nRUN c\n", "USER a\n\nRUN b"},
	{"ENTRYPOINT ...\n...\n$E", "ENTRYPOINT a\nCMD b\n", "ENTRYPOINT a\nCMD b $E=CMD b"},
	/* commands */
	{"RUN ...", "RUN a b\nRUN [\"c\", \"d\"]\nENTRYPOINT e\n", "RUN a b|RUN [\"c\", \"d\"]"},
	{"RUN $X", "RUN a b\nRUN c\n", "RUN c $X=c"},
	{"RUN pip install ...", "RUN x && A=1 pip install b >c\nRUN pip list\nRUN if d; then pip install e; fi\n",
	 "RUN x && A=1 pip install b >c|RUN if d; then pip install e; fi"},
	{"RUN ... --yes ...", "RUN get a --yes b\nRUN get \\\n # why\n\n --yes\nRUN get\n",
	 "RUN get a --yes b|RUN get \\\n # why\n\n --yes"},
	{"RUN ... && clean", "RUN a && clean\nRUN a | b && c && clean && d\nRUN clean && a\n",
	 "RUN a && clean|RUN a | b && c && clean && d"},
	{"RUN ... | ...", "RUN a | b\nRUN a || b\nRUN a && b | c\n", "RUN a | b|RUN a && b | c"},
	{"curl ... | sh", "RUN a && curl -s b | sh\nRUN curl b | cat\n", "curl -s b | sh"},
	{"chmod 777 ...", "RUN chmod 777 a; b\n# RUN chmod 777 c\nCMD chmod 777 d\n", "chmod 777 a|chmod 777 d"},
	{"RUN $A && $A", "RUN a && b\nRUN c && c\n", "RUN c && c $A=c"},
	{"RUN echo \"$X\"", "RUN echo \"a b\"\nRUN echo c\n", "RUN echo \"a b\" $X=a b"},
	{"RUN --mount=$M ...", "RUN --mount=type=a b\nRUN b\n", "RUN --mount=type=a b $M=type=a"},
	{";curl\nwget ...", "RUN <<EOF\nwget a\ncurl\nwget a\nEOF\n", "curl\nwget a"},
	{"wget ...", "RUN <<EOF\nwget a\nEOF\nUSER wget\n", "wget a"},
	/* arrays */
	{"CMD [...]", "CMD [\"a\"]\nCMD a\nCMD [ -f b ] && c\n", "CMD [\"a\"]"},
	{"CMD [\"a\", ...]", "CMD [\"a\"]\nCMD [ 'a' , \"b\" ]\nCMD [\"b\"]\n", "CMD [\"a\"]|CMD [ 'a' , \"b\" ]"},
	{"VOLUME $X", "VOLUME /a\nVOLUME [\"/a\"]\nVOLUME a b\n", "VOLUME /a $X=/a|VOLUME [\"/a\"] $X=[\"/a\"]"},
	/* other instructions */
	{"USER root", "USER root\nUSER root:a\nUSER roots\n", "USER root|USER root:a"},
	{"USER $U:$G", "USER a\nUSER a:b\n", "USER a:b $U=a $G=b"},
	{"ARG $A", "ARG a\nARG b=c\n", "ARG a $A=a"},
	{"ARG $A=...", "ARG a\nARG b=c\n", "ARG b=c $A=b"},
	{"ENV A=$V", "ENV A=1 B=2\nENV A 1 2\nENV B=1\n", "ENV A=1 B=2 $V=1|ENV A 1 2 $V=1 2"},
	{"LABEL ... $K=\"x\" ...", "LABEL a=b c=\"x\"\n", "LABEL a=b c=\"x\" $K=c"},
	{"COPY $A $B", "COPY a b\nCOPY --chown=c a b\nCOPY a b c\n", "COPY a b $A=a $B=b|COPY --chown=c a b $A=a $B=b"},
	{"COPY --from=$F ...", "COPY --from=a b c\nCOPY b c\n", "COPY --from=a b c $F=a"},
	{"ADD ... $D", "ADD a b c\n", "ADD a b c $D=c"},
	{"EXPOSE ... 22 ...", "EXPOSE 80 22\nEXPOSE 220\n", "EXPOSE 80 22"},
	{"WORKDIR $D", "WORKDIR /a b\n", "WORKDIR /a b $D=/a b"},
	{"HEALTHCHECK NONE", "HEALTHCHECK NONE\nHEALTHCHECK --interval=1s CMD a\n", "HEALTHCHECK NONE"},
	{"CMD ...", "HEALTHCHECK --interval=1s CMD a\n", "CMD a"},
	{"RUN ...", "ONBUILD RUN a\n", "RUN a"},
	{"COPY $X/a b", "COPY a/a b\n", " [a pattern of the rule does not parse in this language]"},
	{"USER $U", "# escape=`\nRUN a `\n  b\nUSER c\n", "USER c $U=c"},
	{"USER $U", "RUN a \\\nUSER b\nUSER c\n", "USER c $U=c"},
};
/* clang-format on */

static void
show(char *out, size_t size, const struct fixture *f, const char *text)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->list.n; i++) {
		const struct match *m = &f->list.items[i];
		len += (size_t)snprintf(out + len, size - len, "%s%.*s", i ? "|" : "",
					(int)(m->end - m->start), text + m->start);
		for (size_t k = m->nbindings; k-- > 0;) /* those of the pattern's end come first */
			len += (size_t)snprintf(out + len, size - len, " %.*s=%.*s",
						(int)m->bindings[k].name.len, m->bindings[k].name.ptr,
						(int)m->bindings[k].value.len, m->bindings[k].value.ptr);
	}
	for (size_t i = 0; i < f->list.nlimits; i++)
		len += (size_t)snprintf(out + len, size - len, " [%s]", f->list.limits[i].reason);
}

static void
a_row(void **state)
{
	const struct row *row = *state;
	const struct rule rule = {.id = S("r"),
				  .formula = {.op = OP_PATTERN, .text = slice_str(row->pattern)}};
	struct text text;
	const struct scan scan = {.text = &text, .lang = LANG_DOCKERFILE};
	struct fixture f;
	char shown[512];

	fixture_begin(&f, &rule, 1);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str(row->text), NULL, &f.err), 0);
	for (int filtered = 1; filtered >= 0; filtered--) {
		if (!filtered)
			matcher_disable_prefilter(f.matcher);
		match_list_clear(&f.list);
		assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
		show(shown, sizeof(shown), &f, row->text);
		if (strcmp(shown, row->matches) != 0)
			fail_msg("%s in %s: '%s', not '%s'", row->pattern, row->text, shown, row->matches);
	}
	fixture_end(&f);
}

/* ---- the tree ---- */

/* "kind(child child)", leaves as their text. */
static void
show_tree(struct buf *out, const struct syntax_tree *tree)
{
	uint32_t open[64];
	size_t depth = 0;

	for (uint32_t i = 0; i < tree->n; i++) {
		while (depth > 0 && tree->nodes[open[depth - 1]].subtree_end <= i) {
			buf_add_char(out, ')');
			depth--;
		}
		if (i > 0 && tree->nodes[i].parent != i - 1)
			buf_add_char(out, ' ');
		if (tree->nodes[i].subtree_end == i + 1) {
			buf_add_slice(out, node_text(tree, i));
			continue;
		}
		buf_addf(out, "%s(", syntax_kind_name(tree->language, tree->nodes[i].kind));
		assert_true(depth < COUNT(open));
		open[depth++] = i;
	}
	while (depth-- > 0)
		buf_add_char(out, ')');
}

static void
assert_tree(const char *source, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct buf shown = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct syntax_parser *parser;
	struct syntax_tree tree;
	struct text text;

	assert_int_equal(syntax_parser_new(&parser, NULL, &err), 0);
	assert_int_equal(text_from_lines(&text, &arena, slice_str(source), NULL, &err), 0);
	assert_int_equal(syntax_parse(&tree, parser, &arena, syntax_language(LANG_DOCKERFILE, slice_str("")),
				      &text, &err),
			 0);
	assert_int_equal(tree.outcome, PARSE_CLEAN);
	show_tree(&shown, &tree);
	assert_string_equal(shown.ptr, expected);
	buf_release(&shown);
	arena_release(&arena);
	syntax_parser_free(parser);
}

static void
operators_bind(void **state)
{
	(void)state;
	assert_tree("RUN a; b && c | d || e &\n",
		    "source_file(run(commands(sequence(command(a) or(and(command(b) pipe(command(c) "
		    "command(d))) command(e))))))");
}

static void
what_docker_refuses_is_read(void **state)
{
	(void)state;
	assert_tree("FROM\nRUN \"a\nUSER :\nENV =b\nCOPY --a= [b\n",
		    "source_file(FROM run(commands(command(\"a))) user(:) env(pairs(pair(b))) "
		    "copy(param(--a) [b))");
}

static void
lines_are_those_of_the_text(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct syntax_parser *parser;
	struct syntax_tree tree;
	struct text text;

	(void)state;
	assert_int_equal(syntax_parser_new(&parser, NULL, &err), 0);
	assert_int_equal(
		text_from_lines(&text, &arena, slice_str("# a\nRUN b \\\n\n  c\nUSER d"), NULL, &err), 0);
	assert_int_equal(syntax_parse(&tree, parser, &arena, syntax_language(LANG_DOCKERFILE, slice_str("")),
				      &text, &err),
			 0);
	assert_int_equal(tree.n, 8);
	assert_int_equal(tree.nodes[1].line, 2); /* run */
	assert_int_equal(tree.nodes[5].line, 4); /* c */
	assert_int_equal(tree.nodes[6].line, 5); /* user */
	assert_int_equal(tree.nodes[1].next, 6);
	arena_release(&arena);
	syntax_parser_free(parser);
}

static void
long_chains_are_read(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf source = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	struct syntax_parser *parser;
	struct syntax_tree tree;
	struct text text;

	(void)state;
	buf_add_str(&source, "RUN a");
	for (int i = 0; i < 100000; i++)
		buf_add_str(&source, i % 2 ? "&&a" : "|a");
	assert_true(buf_ok(&source));
	assert_int_equal(syntax_parser_new(&parser, NULL, &err), 0);
	assert_int_equal(text_from_lines(&text, &arena, buf_slice(&source), NULL, &err), 0);
	assert_int_equal(syntax_parse(&tree, parser, &arena, syntax_language(LANG_DOCKERFILE, slice_str("")),
				      &text, &err),
			 0);
	assert_int_equal(tree.outcome, PARSE_CLEAN);
	/* 100,001 commands of one word; an operator between two, but where a chain of 501 ends. */
	assert_int_equal(tree.n, 3 + 2 * 100001 + 100000 - 199);
	arena_release(&arena);
	buf_release(&source);
	syntax_parser_free(parser);
}

int
main(void)
{
	static const struct CMUnitTest plain[] = {
		cmocka_unit_test(operators_bind),
		cmocka_unit_test(what_docker_refuses_is_read),
		cmocka_unit_test(lines_are_those_of_the_text),
		cmocka_unit_test(long_chains_are_read),
	};
	struct CMUnitTest tests[COUNT(plain) + COUNT(rows)];
	char names[COUNT(rows)][16];

	if (!syntax_available())
		return 0;
	memcpy(tests, plain, sizeof(plain));
	for (size_t i = 0; i < COUNT(rows); i++) {
		snprintf(names[i], sizeof(names[i]), "row %zu", i);
		tests[COUNT(plain) + i] = (struct CMUnitTest){
			.name = names[i], .test_func = a_row, .initial_state = (void *)(uintptr_t)&rows[i]};
	}
	return cmocka_run_group_tests_name("dockerfile", tests, NULL, NULL);
}
