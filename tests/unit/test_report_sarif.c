#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/sarif_region.h"
#include "report_memory.h"
#include "report_sample.h"

static const char expected[] =
	"{\n"
	"  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
	"  \"version\": \"2.1.0\",\n"
	"  \"runs\": [\n"
	"    {\n"
	"      \"tool\": {\n"
	"        \"driver\": {\n"
	"          \"name\": \"git-sluice\",\n"
	"          \"version\": \"0.1.0\",\n"
	"          \"semanticVersion\": \"0.1.0\",\n"
	"          \"rules\": [\n"
	"            {\n"
	"              \"id\": \"python-sql-format\",\n"
	"              \"shortDescription\": {\n"
	"                \"text\": \"SQL is built from text.\"\n"
	"              },\n"
	"              \"fullDescription\": {\n"
	"                \"text\": \"SQL is built from text. Use bound parameters.\"\n"
	"              },\n"
	"              \"help\": {\n"
	"                \"text\": \"SQL is built from text.\\nUse bound parameters.\\n\\nCWE-89, "
	"CWE-564\\n\\nhttps://example.org/sql\\nhttps://example.org/orm\"\n"
	"              },\n"
	"              \"defaultConfiguration\": {\n"
	"                \"level\": \"error\"\n"
	"              },\n"
	"              \"properties\": {\n"
	"                \"security-severity\": \"8.8\",\n"
	"                \"precision\": \"high\",\n"
	"                \"tags\": [\n"
	"                  \"security\",\n"
	"                  \"sql-injection\",\n"
	"                  \"external/cwe/cwe-089\",\n"
	"                  \"external/cwe/cwe-564\"\n"
	"                ]\n"
	"              },\n"
	"              \"helpUri\": \"https://example.org/sql\"\n"
	"            },\n"
	"            {\n"
	"              \"id\": \"security-todo\",\n"
	"              \"shortDescription\": {\n"
	"                \"text\": \"A comment promises a check that is not there\"\n"
	"              },\n"
	"              \"fullDescription\": {\n"
	"                \"text\": \"A comment promises a check that is not there\"\n"
	"              },\n"
	"              \"help\": {\n"
	"                \"text\": \"A comment promises a check that is not there\"\n"
	"              },\n"
	"              \"defaultConfiguration\": {\n"
	"                \"level\": \"warning\"\n"
	"              },\n"
	"              \"properties\": {\n"
	"                \"security-severity\": \"1.0\",\n"
	"                \"precision\": \"low\",\n"
	"                \"tags\": [\n"
	"                  \"security\",\n"
	"                  \"comments\"\n"
	"                ]\n"
	"              }\n"
	"            }\n"
	"          ]\n"
	"        }\n"
	"      },\n"
	"      \"automationDetails\": {\n"
	"        \"id\": \"git-sluice/\"\n"
	"      },\n"
	"      \"columnKind\": \"unicodeCodePoints\",\n"
	"      \"invocations\": [\n"
	"        {\n"
	"          \"executionSuccessful\": true,\n"
	"          \"toolExecutionNotifications\": [\n"
	"            {\n"
	"              \"level\": \"note\",\n"
	"              \"message\": {\n"
	"                \"text\": \"binary\"\n"
	"              },\n"
	"              \"locations\": [\n"
	"                {\n"
	"                  \"physicalLocation\": {\n"
	"                    \"artifactLocation\": {\n"
	"                      \"uri\": \"logo.png\"\n"
	"                    }\n"
	"                  }\n"
	"                }\n"
	"              ]\n"
	"            },\n"
	"            {\n"
	"              \"level\": \"note\",\n"
	"              \"message\": {\n"
	"                \"text\": \"submodule\"\n"
	"              },\n"
	"              \"locations\": [\n"
	"                {\n"
	"                  \"physicalLocation\": {\n"
	"                    \"artifactLocation\": {\n"
	"                      \"uri\": \"vendor/lib\"\n"
	"                    }\n"
	"                  }\n"
	"                }\n"
	"              ]\n"
	"            }\n"
	"          ]\n"
	"        }\n"
	"      ],\n"
	"      \"results\": [\n"
	"        {\n"
	"          \"ruleId\": \"python-sql-format\",\n"
	"          \"ruleIndex\": 0,\n"
	"          \"level\": \"error\",\n"
	"          \"message\": {\n"
	"            \"text\": \"SQL is built from text.\\nUse bound parameters.\"\n"
	"          },\n"
	"          \"locations\": [\n"
	"            {\n"
	"              \"physicalLocation\": {\n"
	"                \"artifactLocation\": {\n"
	"                  \"uri\": \"neutron/ports.py\"\n"
	"                },\n"
	"                \"region\": {\n"
	"                  \"startLine\": 41,\n"
	"                  \"startColumn\": 10,\n"
	"                  \"endLine\": 41,\n"
	"                  \"endColumn\": 27\n"
	"                }\n"
	"              }\n"
	"            }\n"
	"          ],\n"
	"          \"partialFingerprints\": {\n"
	"            \"sluice/v1\": \"00112233445566778899aabbccddeeff\"\n"
	"          },\n"
	"          \"properties\": {\n"
	"            \"area\": \"sql-injection\",\n"
	"            \"class\": \"introduced\",\n"
	"            \"commit\": null,\n"
	"            \"removedIn\": null,\n"
	"            \"ref\": null,\n"
	"            \"oldPath\": null,\n"
	"            \"fix\": \"text(\\\"... :name\\\")\\n    .bind(name)\\n\"\n"
	"          },\n"
	"          \"suppressions\": [],\n"
	"          \"codeFlows\": [\n"
	"            {\n"
	"              \"threadFlows\": [\n"
	"                {\n"
	"                  \"locations\": [\n"
	"                    {\n"
	"                      \"location\": {\n"
	"                        \"physicalLocation\": {\n"
	"                          \"artifactLocation\": {\n"
	"                            \"uri\": \"neutron/api.py\"\n"
	"                          },\n"
	"                          \"region\": {\n"
	"                            \"startLine\": 12,\n"
	"                            \"startColumn\": 5,\n"
	"                            \"endLine\": 12,\n"
	"                            \"endColumn\": 5\n"
	"                          }\n"
	"                        },\n"
	"                        \"message\": {\n"
	"                          \"text\": \"input of the request\"\n"
	"                        }\n"
	"                      }\n"
	"                    },\n"
	"                    {\n"
	"                      \"location\": {\n"
	"                        \"physicalLocation\": {\n"
	"                          \"artifactLocation\": {\n"
	"                            \"uri\": \"neutron/ports.py\"\n"
	"                          },\n"
	"                          \"region\": {\n"
	"                            \"startLine\": 41,\n"
	"                            \"startColumn\": 10,\n"
	"                            \"endLine\": 41,\n"
	"                            \"endColumn\": 10\n"
	"                          }\n"
	"                        },\n"
	"                        \"message\": {\n"
	"                          \"text\": \"reaches the query\"\n"
	"                        }\n"
	"                      }\n"
	"                    }\n"
	"                  ]\n"
	"                }\n"
	"              ]\n"
	"            }\n"
	"          ]\n"
	"        },\n"
	"        {\n"
	"          \"ruleId\": \"python-sql-format\",\n"
	"          \"ruleIndex\": 0,\n"
	"          \"level\": \"error\",\n"
	"          \"message\": {\n"
	"            \"text\": \"SQL is built from text.\"\n"
	"          },\n"
	"          \"locations\": [\n"
	"            {\n"
	"              \"physicalLocation\": {\n"
	"                \"artifactLocation\": {\n"
	"                  \"uri\": \"neutron/agents.py\"\n"
	"                },\n"
	"                \"region\": {\n"
	"                  \"startLine\": 7,\n"
	"                  \"startColumn\": 2,\n"
	"                  \"endLine\": 8,\n"
	"                  \"endColumn\": 4\n"
	"                }\n"
	"              }\n"
	"            }\n"
	"          ],\n"
	"          \"partialFingerprints\": {\n"
	"            \"sluice/v1\": \"40112233445566778899aabbccddeeff\"\n"
	"          },\n"
	"          \"properties\": {\n"
	"            \"area\": \"sql-injection\",\n"
	"            \"class\": \"introduced\",\n"
	"            \"commit\": null,\n"
	"            \"removedIn\": null,\n"
	"            \"ref\": null,\n"
	"            \"oldPath\": null,\n"
	"            \"fix\": null\n"
	"          },\n"
	"          \"suppressions\": [\n"
	"            {\n"
	"              \"kind\": \"inSource\",\n"
	"              \"status\": \"accepted\",\n"
	"              \"justification\": \"the name is a constant\"\n"
	"            }\n"
	"          ]\n"
	"        },\n"
	"        {\n"
	"          \"ruleId\": \"security-todo\",\n"
	"          \"ruleIndex\": 1,\n"
	"          \"level\": \"warning\",\n"
	"          \"message\": {\n"
	"            \"text\": \"A comment promises a check\"\n"
	"          },\n"
	"          \"locations\": [\n"
	"            {\n"
	"              \"physicalLocation\": {\n"
	"                \"artifactLocation\": {\n"
	"                  \"uri\": \"neutron/old.py\"\n"
	"                },\n"
	"                \"region\": {\n"
	"                  \"startLine\": 3,\n"
	"                  \"startColumn\": 1,\n"
	"                  \"endLine\": 3,\n"
	"                  \"endColumn\": 5\n"
	"                }\n"
	"              }\n"
	"            }\n"
	"          ],\n"
	"          \"partialFingerprints\": {\n"
	"            \"sluice/v1\": \"50112233445566778899aabbccddeeff\"\n"
	"          },\n"
	"          \"properties\": {\n"
	"            \"area\": \"comments\",\n"
	"            \"class\": \"introduced\",\n"
	"            \"commit\": null,\n"
	"            \"removedIn\": null,\n"
	"            \"ref\": null,\n"
	"            \"oldPath\": null,\n"
	"            \"fix\": null\n"
	"          },\n"
	"          \"suppressions\": [\n"
	"            {\n"
	"              \"kind\": \"external\",\n"
	"              \"status\": \"accepted\",\n"
	"              \"justification\": \"in the baseline\"\n"
	"            }\n"
	"          ]\n"
	"        }\n"
	"      ]\n"
	"    }\n"
	"  ]\n"
	"}\n";

static const char expected_clean[] = "{\n"
				     "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
				     "  \"version\": \"2.1.0\",\n"
				     "  \"runs\": [\n"
				     "    {\n"
				     "      \"tool\": {\n"
				     "        \"driver\": {\n"
				     "          \"name\": \"git-sluice\",\n"
				     "          \"version\": \"0.1.0\",\n"
				     "          \"semanticVersion\": \"0.1.0\",\n"
				     "          \"rules\": []\n"
				     "        }\n"
				     "      },\n"
				     "      \"automationDetails\": {\n"
				     "        \"id\": \"git-sluice/\"\n"
				     "      },\n"
				     "      \"columnKind\": \"unicodeCodePoints\",\n"
				     "      \"invocations\": [\n"
				     "        {\n"
				     "          \"executionSuccessful\": false,\n"
				     "          \"toolExecutionNotifications\": [\n"
				     "            {\n"
				     "              \"level\": \"error\",\n"
				     "              \"message\": {\n"
				     "                \"text\": \"120 MB is above the limit of 64 MB\"\n"
				     "              },\n"
				     "              \"locations\": [\n"
				     "                {\n"
				     "                  \"physicalLocation\": {\n"
				     "                    \"artifactLocation\": {\n"
				     "                      \"uri\": \"big.sql\"\n"
				     "                    }\n"
				     "                  }\n"
				     "                }\n"
				     "              ]\n"
				     "            },\n"
				     "            {\n"
				     "              \"level\": \"error\",\n"
				     "              \"message\": {\n"
				     "                \"text\": \"the time limit was met\"\n"
				     "              }\n"
				     "            }\n"
				     "          ]\n"
				     "        }\n"
				     "      ],\n"
				     "      \"results\": []\n"
				     "    }\n"
				     "  ]\n"
				     "}\n";

/* A traced finding, a suppressed and a baselined one; two rules in the order of their ids. */
static struct review
small_review(struct finding findings[3])
{
	struct review review = sample_review();

	findings[0] = sample_findings[0];
	findings[1] = sample_findings[4];
	findings[2] = sample_findings[5];
	review.findings = findings;
	review.n = 3;
	review.nactive = 1;
	return review;
}

static int
write_sarif(struct buf *out, const struct review *review, struct err *err)
{
	return report_sarif(out, review, &(struct report_options){0}, err);
}

static void
assert_sarif(const struct review *review, const char *text)
{
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	assert_int_equal(write_sarif(&out, review, &err), 0);
	assert_slice_equal(buf_slice(&out), text);
	buf_release(&out);
}

static void
test_whole(void **state)
{
	(void)state;
	struct finding findings[3];
	struct review review = small_review(findings);

	assert_sarif(&review, expected);
}

static void
test_clean_and_incomplete(void **state)
{
	(void)state;
	struct review review = sample_clean();

	review.verdict = VERDICT_INCOMPLETE;
	review.incomplete = (struct skipped *)sample_incomplete;
	review.nincomplete = COUNT(sample_incomplete);
	assert_sarif(&review, expected_clean);
}

/* What the whole sample becomes: no moved and no void finding, no suppressions where none is. */
static void
test_results(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	json_t *results, *rules;

	assert_int_equal(write_sarif(&out, &review, &err), 0);
	json_t *root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, NULL);
	assert_int_equal(json_unpack(root, "{s:[{s:o, s:{s:{s:o}}}]}", "runs", "results", &results, "tool",
				     "driver", "rules", &rules),
			 0);
	assert_int_equal(json_array_size(results), 6);
	assert_int_equal(json_array_size(rules), 4);
	const char *level, *uri, *commit;
	assert_int_equal(json_unpack(json_array_get(results, 3), "{s:s, s:[{s:{s:{s:s}}}]}", "level", &level,
				     "locations", "physicalLocation", "artifactLocation", "uri", &uri),
			 0);
	assert_string_equal(level, "warning");
	assert_string_equal(uri, "%3A%3Aerror%0Af.c%FF");
	assert_int_equal(
		json_unpack(json_array_get(results, 1), "{s:{s:s}}", "properties", "commit", &commit), 0);
	assert_string_equal(commit, "1a2b3c4d5e6f70819203a4b5c6d7e8f901234567");
	json_decref(root);

	review.suppressed = review.baselined = 0;
	review.n = review.nactive;
	buf_clear(&out);
	assert_int_equal(write_sarif(&out, &review, &err), 0);
	assert_int_equal(slice_find(buf_slice(&out), slice_str("suppressions")), -1);
	buf_release(&out);
}

/* Texts and addresses of a foreign rule file that GitHub would refuse. */
static void
test_foreign_rule(void **state)
{
	(void)state;
	char message[2100];
	const struct slice references[] = {S("https://example.org/a b")};
	const struct slice cwe[] = {S("89"), S("CWE-20")};
	struct rule rule = sample_sql;
	struct finding finding = sample_findings[0];
	struct review review = sample_clean();
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	const char *description, *sentence, *text, *tag;
	json_t *driver, *tags;

	for (size_t i = 0; i < 1050; i++)
		memcpy(message + 2 * i, "\xc3\xbc", 2);
	rule.message = slice_of(message, sizeof(message));
	rule.references = references;
	rule.nreferences = COUNT(references);
	rule.cwe = cwe;
	rule.ncwe = COUNT(cwe);
	finding.rule = &rule;
	finding.message = slice_str(" ");
	review.findings = &finding;
	review.n = review.nactive = 1;
	assert_int_equal(write_sarif(&out, &review, &err), 0);
	json_t *root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, NULL);
	assert_int_equal(json_unpack(root, "{s:[{s:[{s:{s:s}}], s:{s:{s:[o]}}}]}", "runs", "results",
				     "message", "text", &text, "tool", "driver", "rules", &driver),
			 0);
	assert_int_equal(json_unpack(driver, "{s:{s:s}, s:{s:s}, s:{s:o}}", "fullDescription", "text",
				     &description, "shortDescription", "text", &sentence, "properties",
				     "tags", &tags),
			 0);
	assert_string_equal(text, "python-sql-format");
	assert_int_equal(strlen(description), 2048);
	assert_int_equal(strlen(sentence), 2048);
	assert_null(json_object_get(driver, "helpUri"));
	assert_int_equal(json_unpack(tags, "[s, s, s!]", &tag, &tag, &tag), 0);
	assert_string_equal(tag, "external/cwe/cwe-020");
	json_decref(root);
	buf_release(&out);
}

struct region_case {
	const char *name;
	struct finding finding;
	struct sarif_region expected;
};

static const struct snippet_line umlaut[] = {
	{SNIPPET_REMOVED, 5, S("old"), 0, 3},
	{SNIPPET_ADDED, 5, S("\xc3\xbc\xc3\xbc x"), 5, 6},
	{SNIPPET_ADDED, 6, S("\xe2\x82\xac y"), 0, 3},
};
static const struct snippet_line cut[] = {{SNIPPET_ADDED, 5, S("\xc3\xbc secret"), 3, 9}};
static const struct snippet_line masked[] = {{SNIPPET_ADDED, 5, S("\xc3\xbc ****"), 3, 7}};

static const struct region_case regions[] = {
	{"code points before the mark",
	 {.line = 5, .column = 6, .end_line = 5, .end_column = 7, .snippet = umlaut, .nsnippet = 3},
	 {5, 4, 5, 5}},
	{"two lines",
	 {.line = 5, .column = 6, .end_line = 6, .end_column = 4, .snippet = umlaut, .nsnippet = 3},
	 {5, 4, 6, 2}},
	{"cut line: bytes",
	 {.line = 5, .column = 304, .end_line = 5, .end_column = 310, .snippet = cut, .nsnippet = 1},
	 {5, 304, 5, 310}},
	{"masked mark: its bytes",
	 {.line = 5, .column = 4, .end_line = 5, .end_column = 44, .snippet = masked, .nsnippet = 1},
	 {5, 3, 5, 43}},
	{"no snippet", {.line = 5, .column = 6, .end_line = 7, .end_column = 2}, {5, 6, 7, 2}},
	{"ends before it starts", {.line = 5, .column = 6, .end_line = 5, .end_column = 2}, {5, 6, 5, 6}},
	{"removed guard",
	 {.class = CLASS_REMOVED_GUARD,
	  .line = 5,
	  .column = 9,
	  .end_line = 8,
	  .end_column = 20,
	  .snippet = umlaut,
	  .nsnippet = 3},
	 {5, 1, 5, 2}},
};

static void
test_region(void **state)
{
	const struct region_case *row = *state;
	struct sarif_region region = sarif_region_of(&row->finding);

	assert_int_equal(region.start_line, row->expected.start_line);
	assert_int_equal(region.start_column, row->expected.start_column);
	assert_int_equal(region.end_line, row->expected.end_line);
	assert_int_equal(region.end_column, row->expected.end_column);
}

static void
test_out_of_memory(void **state)
{
	(void)state;
	struct finding findings[3];
	struct review review = small_review(findings);

	assert_survives_want(write_sarif, &review, expected);
}

int
main(void)
{
	struct CMUnitTest tests[5 + COUNT(regions)] = {
		cmocka_unit_test(test_whole),         cmocka_unit_test(test_clean_and_incomplete),
		cmocka_unit_test(test_results),       cmocka_unit_test(test_foreign_rule),
		cmocka_unit_test(test_out_of_memory),
	};

	for (size_t i = 0; i < COUNT(regions); i++)
		tests[5 + i] = (struct CMUnitTest){
			.name = regions[i].name,
			.test_func = test_region,
			.initial_state = (void *)&regions[i],
		};
	return cmocka_run_group_tests_name("report_sarif", tests, NULL, NULL);
}
