#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "report_memory.h"
#include "report_sample.h"

static const char expected[] = "{\n"
			       "  \"schema\": 1,\n"
			       "  \"tool\": {\n"
			       "    \"name\": \"git-sluice\",\n"
			       "    \"version\": \"0.1.0\",\n"
			       "    \"rules\": 96,\n"
			       "    \"unsupported_rules\": 3\n"
			       "  },\n"
			       "  \"verdict\": \"incomplete\",\n"
			       "  \"findings\": [\n"
			       "    {\n"
			       "      \"rule\": \"python-sql-format\",\n"
			       "      \"area\": \"sql-injection\",\n"
			       "      \"severity\": \"ERROR\",\n"
			       "      \"confidence\": \"HIGH\",\n"
			       "      \"verdict\": \"block\",\n"
			       "      \"class\": \"introduced\",\n"
			       "      \"path\": \"neutron/ports.py\",\n"
			       "      \"line\": 41,\n"
			       "      \"column\": 10,\n"
			       "      \"end_line\": 41,\n"
			       "      \"end_column\": 27,\n"
			       "      \"old_path\": null,\n"
			       "      \"old_line\": null,\n"
			       "      \"commit\": null,\n"
			       "      \"removed_in\": null,\n"
			       "      \"ref\": null,\n"
			       "      \"message\": \"SQL is built from text.\\nUse bound parameters.\",\n"
			       "      \"fix\": \"text(\\\"... :name\\\")\\n    .bind(name)\\n\",\n"
			       "      \"cwe\": [\n"
			       "        \"CWE-89\",\n"
			       "        \"CWE-564\"\n"
			       "      ],\n"
			       "      \"references\": [\n"
			       "        \"https://example.org/sql\",\n"
			       "        \"https://example.org/orm\"\n"
			       "      ],\n"
			       "      \"fingerprint\": \"00112233445566778899aabbccddeeff\",\n"
			       "      \"snippet\": [\n"
			       "        {\n"
			       "          \"kind\": \" \",\n"
			       "          \"number\": 40,\n"
			       "          \"text\": \"def by_name(self, name):\"\n"
			       "        },\n"
			       "        {\n"
			       "          \"kind\": \"-\",\n"
			       "          \"number\": 41,\n"
			       "          \"text\": \"\\treturn q.filter_by(name=name)\"\n"
			       "        },\n"
			       "        {\n"
			       "          \"kind\": \"+\",\n"
			       "          \"number\": 41,\n"
			       "          \"text\": \"\\tquery = \\\"\\u00FC\\u00FC %s\\\" % name\"\n"
			       "        }\n"
			       "      ],\n"
			       "      \"trace\": [\n"
			       "        {\n"
			       "          \"path\": \"neutron/api.py\",\n"
			       "          \"line\": 12,\n"
			       "          \"column\": 5,\n"
			       "          \"note\": \"input of the request\"\n"
			       "        },\n"
			       "        {\n"
			       "          \"path\": \"neutron/ports.py\",\n"
			       "          \"line\": 41,\n"
			       "          \"column\": 10,\n"
			       "          \"note\": \"reaches the query\"\n"
			       "        }\n"
			       "      ]\n"
			       "    },\n"
			       "    {\n"
			       "      \"rule\": \"generic-private-token\",\n"
			       "      \"area\": \"secrets\",\n"
			       "      \"severity\": \"ERROR\",\n"
			       "      \"confidence\": \"HIGH\",\n"
			       "      \"verdict\": \"block\",\n"
			       "      \"class\": \"introduced\",\n"
			       "      \"path\": \"settings.py\",\n"
			       "      \"line\": 1,\n"
			       "      \"column\": 9,\n"
			       "      \"end_line\": 1,\n"
			       "      \"end_column\": 49,\n"
			       "      \"old_path\": null,\n"
			       "      \"old_line\": null,\n"
			       "      \"commit\": \"1a2b3c4d5e6f70819203a4b5c6d7e8f901234567\",\n"
			       "      \"removed_in\": \"d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607\",\n"
			       "      \"ref\": \"refs/heads/topic\",\n"
			       "      \"message\": \"A token is written down\",\n"
			       "      \"fix\": null,\n"
			       "      \"cwe\": [\n"
			       "        \"CWE-798: Use of Hard-coded Credentials\"\n"
			       "      ],\n"
			       "      \"references\": [],\n"
			       "      \"fingerprint\": \"10112233445566778899aabbccddeeff\",\n"
			       "      \"snippet\": [\n"
			       "        {\n"
			       "          \"kind\": \"+\",\n"
			       "          \"number\": 1,\n"
			       "          \"text\": \"token = \\\"****\\\"\"\n"
			       "        }\n"
			       "      ],\n"
			       "      \"trace\": []\n"
			       "    }\n"
			       "  ],\n"
			       "  \"suppressed\": [\n"
			       "    {\n"
			       "      \"rule\": \"python-sql-format\",\n"
			       "      \"area\": \"sql-injection\",\n"
			       "      \"severity\": \"ERROR\",\n"
			       "      \"confidence\": \"HIGH\",\n"
			       "      \"verdict\": \"block\",\n"
			       "      \"class\": \"introduced\",\n"
			       "      \"path\": \"neutron/agents.py\",\n"
			       "      \"line\": 7,\n"
			       "      \"column\": 2,\n"
			       "      \"end_line\": 8,\n"
			       "      \"end_column\": 4,\n"
			       "      \"old_path\": null,\n"
			       "      \"old_line\": null,\n"
			       "      \"commit\": null,\n"
			       "      \"removed_in\": null,\n"
			       "      \"ref\": null,\n"
			       "      \"message\": \"SQL is built from text.\",\n"
			       "      \"fix\": null,\n"
			       "      \"cwe\": [\n"
			       "        \"CWE-89\",\n"
			       "        \"CWE-564\"\n"
			       "      ],\n"
			       "      \"references\": [\n"
			       "        \"https://example.org/sql\",\n"
			       "        \"https://example.org/orm\"\n"
			       "      ],\n"
			       "      \"fingerprint\": \"40112233445566778899aabbccddeeff\",\n"
			       "      \"snippet\": [],\n"
			       "      \"trace\": [],\n"
			       "      \"reason\": \"the name is a constant\"\n"
			       "    }\n"
			       "  ],\n"
			       "  \"areas\": [\n"
			       "    {\n"
			       "      \"area\": \"sql-injection\",\n"
			       "      \"rules\": 31,\n"
			       "      \"applied\": 12,\n"
			       "      \"seen\": [\n"
			       "        {\n"
			       "          \"what\": \"ORM queries\",\n"
			       "          \"count\": 7,\n"
			       "          \"places\": [\n"
			       "            {\n"
			       "              \"path\": \"neutron/ports.py\",\n"
			       "              \"line\": 12\n"
			       "            },\n"
			       "            {\n"
			       "              \"path\": \"neutron/ports.py\",\n"
			       "              \"line\": 19\n"
			       "            },\n"
			       "            {\n"
			       "              \"path\": \"neutron/ports.py\",\n"
			       "              \"line\": 33\n"
			       "            },\n"
			       "            {\n"
			       "              \"path\": \"neutron/agents.py\",\n"
			       "              \"line\": 4\n"
			       "            }\n"
			       "          ]\n"
			       "        }\n"
			       "      ],\n"
			       "      \"findings\": 1,\n"
			       "      \"verdict\": \"block\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"input-validation\",\n"
			       "      \"rules\": 20,\n"
			       "      \"applied\": 9,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 0,\n"
			       "      \"verdict\": \"pass\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"error-handling\",\n"
			       "      \"rules\": 9,\n"
			       "      \"applied\": 9,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 0,\n"
			       "      \"verdict\": \"pass\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"data-exposure\",\n"
			       "      \"rules\": 8,\n"
			       "      \"applied\": 3,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 0,\n"
			       "      \"verdict\": \"pass\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"auth\",\n"
			       "      \"rules\": 10,\n"
			       "      \"applied\": 10,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 1,\n"
			       "      \"verdict\": \"warn\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"comments\",\n"
			       "      \"rules\": 5,\n"
			       "      \"applied\": 5,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 1,\n"
			       "      \"verdict\": \"warn\"\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"dependencies\",\n"
			       "      \"rules\": 9,\n"
			       "      \"applied\": 0,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 0,\n"
			       "      \"verdict\": null\n"
			       "    },\n"
			       "    {\n"
			       "      \"area\": \"secrets\",\n"
			       "      \"rules\": 4,\n"
			       "      \"applied\": 4,\n"
			       "      \"seen\": [],\n"
			       "      \"findings\": 1,\n"
			       "      \"verdict\": \"block\"\n"
			       "    }\n"
			       "  ],\n"
			       "  \"scope\": {\n"
			       "    \"source\": \"main..topic\",\n"
			       "    \"commits\": 2,\n"
			       "    \"files\": 5,\n"
			       "    \"added_lines\": 120,\n"
			       "    \"removed_lines\": 14,\n"
			       "    \"reviewed_lines\": 130,\n"
			       "    \"partial\": false,\n"
			       "    \"skipped\": [\n"
			       "      {\n"
			       "        \"path\": \"logo.png\",\n"
			       "        \"commit\": null,\n"
			       "        \"reason\": \"binary\"\n"
			       "      },\n"
			       "      {\n"
			       "        \"path\": \"vendor/lib\",\n"
			       "        \"commit\": \"1a2b3c4d5e6f70819203a4b5c6d7e8f901234567\",\n"
			       "        \"reason\": \"submodule\"\n"
			       "      }\n"
			       "    ],\n"
			       "    \"rules\": 96,\n"
			       "    \"unsupported_rules\": 3,\n"
			       "    \"rules_without_grammar\": 0,\n"
			       "    \"incomplete\": [\n"
			       "      {\n"
			       "        \"path\": \"big.sql\",\n"
			       "        \"commit\": null,\n"
			       "        \"reason\": \"120 MB is above the limit of 64 MB\"\n"
			       "      },\n"
			       "      {\n"
			       "        \"path\": null,\n"
			       "        \"commit\": null,\n"
			       "        \"reason\": \"the time limit was met\"\n"
			       "      }\n"
			       "    ],\n"
			       "    \"moved\": 1,\n"
			       "    \"existing\": 0,\n"
			       "    \"suppressed\": 1,\n"
			       "    \"baselined\": 1,\n"
			       "    \"off\": 0\n"
			       "  },\n"
			       "  \"timing_ms\": {\n"
			       "    \"total\": 12.346\n"
			       "  }\n"
			       "}\n";

/* Two findings, a suppressed one, and everything that can be incomplete. */
static struct review
small_review(struct finding findings[3])
{
	struct review review = sample_review();

	findings[0] = sample_findings[0];
	findings[1] = sample_findings[1];
	findings[2] = sample_findings[4];
	review.findings = findings;
	review.n = 3;
	review.nactive = 2;
	review.verdict = VERDICT_INCOMPLETE;
	review.incomplete = (struct skipped *)sample_incomplete;
	review.nincomplete = COUNT(sample_incomplete);
	return review;
}

static int
write_json(struct buf *out, const struct review *review, struct err *err)
{
	return report_json(out, review, &(struct report_options){0}, err);
}

static void
test_whole(void **state)
{
	(void)state;
	struct finding findings[3];
	struct review review = small_review(findings);
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	assert_int_equal(write_json(&out, &review, &err), 0);
	assert_slice_equal(buf_slice(&out), expected);
	buf_release(&out);
}

/* Only timing_ms may differ between runs. */
static void
test_timing_is_last(void **state)
{
	(void)state;
	struct finding findings[3];
	struct review review = small_review(findings);
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	review.ms_total = 0.0004;
	assert_int_equal(write_json(&out, &review, &err), 0);
	size_t at = slice_find(slice_str(expected), slice_str("  \"timing_ms\""));
	assert_true(at < out.len);
	assert_memory_equal(out.ptr, expected, at);
	assert_slice_equal(slice_sub(buf_slice(&out), at, out.len),
			   "  \"timing_ms\": {\n    \"total\": 0.0\n  }\n}\n");
	buf_release(&out);
}

/* Escape sequences, bidi controls and bytes that are no UTF-8 survive as data only. */
static void
test_foreign_bytes(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	review.findings = (struct finding *)&sample_findings[3];
	review.n = review.nactive = 1;
	assert_int_equal(write_json(&out, &review, &err), 0);
	for (size_t i = 0; i < out.len; i++)
		assert_true(out.ptr[i] == '\n' || (out.ptr[i] >= ' ' && out.ptr[i] <= '~'));
	json_t *root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, NULL);
	const char *path = NULL, *message = NULL, *text = NULL;
	assert_int_equal(json_unpack(root, "{s:[{s:s, s:s, s:[{s:s}, *], *}]}", "findings", "path", &path,
				     "message", &message, "snippet", "text", &text),
			 0);
	assert_string_equal(path, "::error\nf.c\xef\xbf\xbd");
	assert_string_equal(message, "A comment \x1b[31m promises\t a check");
	assert_string_equal(text, "# TODO \x1b[2J\xe2\x80\xae check");
	json_decref(root);
	buf_release(&out);
}

/* jansson writes a DEL as it is. */
static void
test_delete_is_escaped(void **state)
{
	(void)state;
	struct finding finding = sample_findings[0];
	struct review review = sample_review();
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	finding.path = (struct slice)S("a\x7f.py");
	review.findings = &finding;
	review.n = review.nactive = 1;
	assert_int_equal(write_json(&out, &review, &err), 0);
	assert_true(slice_find(buf_slice(&out), slice_str("\"path\": \"a\\u007F.py\"")) != (size_t)-1);
	assert_true(slice_find(buf_slice(&out), slice_str("\x7f")) == (size_t)-1);
	buf_release(&out);
}

static void
test_empty(void **state)
{
	(void)state;
	struct review review = {.scope = {.description = "staged changes"}};
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	const char *verdict;
	json_t *findings, *areas;

	assert_int_equal(write_json(&out, &review, &err), 0);
	json_t *root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, NULL);
	assert_int_equal(json_unpack(root, "{s:s, s:o, s:o}", "verdict", &verdict, "findings", &findings,
				     "areas", &areas),
			 0);
	assert_string_equal(verdict, "pass");
	assert_int_equal(json_array_size(findings), 0);
	assert_int_equal(json_array_size(areas), AREA_COUNT);
	json_decref(root);
	buf_release(&out);
}

static void
test_too_large(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct buf out = BUF_INIT(1000);
	struct err err = ERR_INIT;

	assert_int_equal(write_json(&out, &review, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	buf_release(&out);
}

static void
test_out_of_memory(void **state)
{
	(void)state;
	struct finding findings[3];
	struct review review = small_review(findings);

	assert_survives_want(write_json, &review, expected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),         cmocka_unit_test(test_timing_is_last),
		cmocka_unit_test(test_foreign_bytes), cmocka_unit_test(test_delete_is_escaped),
		cmocka_unit_test(test_empty),         cmocka_unit_test(test_too_large),
		cmocka_unit_test(test_out_of_memory),
	};

	return cmocka_run_group_tests_name("report_json", tests, NULL, NULL);
}
