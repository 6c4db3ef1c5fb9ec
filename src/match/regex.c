#include "match/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "match/window.h"

#define JIT_AFTER_BYTES     4096u /* compiling to machine code costs as much as interpreting this much */
#define JIT_STACK_MIN_BYTES (32u << 10)
#define JIT_STACK_MAX_BYTES (1u << 20)
#define HEAP_KIBIBYTES      (16u << 10)
#define NUMBERED_GROUPS     99u /* further ones are bound by name only */
#define MAX_GROUPS          999u

_Static_assert(LIMIT_VALUE_BYTES == 16384, "the sentence names the number");
#define VALUE_CUT "value of a metavariable cut at 16384 bytes"

struct regex_engine {
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	pcre2_match_data *data;
	uint32_t pairs; /* room in data */
	const struct deadline *deadline;
};

struct regex {
	pcre2_code *code;
	enum regex_mode mode;
	struct place place; /* for messages while matching */
	struct slice *names;
	uint32_t *groups; /* the group of each name */
	size_t nnames;
	uint32_t ngroups;
	struct arena arena;
	uint64_t seen; /* bytes of subjects so far */
	bool jit_tried, jit;
};

/* --- engine --- */

int
regex_engine_new(struct regex_engine **out, struct err *err)
{
	struct regex_engine *engine = calloc(1, sizeof(*engine));

	*out = engine;
	if (engine)
		engine->context = pcre2_match_context_create(NULL);
	if (!engine || !engine->context) {
		regex_engine_free(engine);
		*out = NULL;
		return err_oom(err);
	}
	pcre2_set_match_limit(engine->context, LIMIT_MATCH_STEPS);
	pcre2_set_heap_limit(engine->context, HEAP_KIBIBYTES);
	return 0;
}

void
regex_engine_free(struct regex_engine *engine)
{
	if (!engine)
		return;
	pcre2_match_data_free(engine->data);
	pcre2_jit_stack_free(engine->stack);
	pcre2_match_context_free(engine->context);
	free(engine);
}

void
regex_engine_set_deadline(struct regex_engine *engine, const struct deadline *deadline)
{
	engine->deadline = deadline;
}

bool
regex_engine_is_late(const struct regex_engine *engine)
{
	return deadline_is_past(engine->deadline);
}

static int
reserve_pairs(struct regex_engine *engine, uint32_t pairs)
{
	if (engine->data && pairs <= engine->pairs)
		return 0;
	pcre2_match_data *data = pcre2_match_data_create(pairs < 16 ? 16 : pairs, NULL);
	if (!data)
		return -1;
	pcre2_match_data_free(engine->data);
	engine->data = data;
	engine->pairs = pairs < 16 ? 16 : pairs;
	return 0;
}

/* --- what a pattern must not hold --- */

/* Skips a character class from behind its '['; returns the offset behind its ']'. */
static size_t
skip_class(struct slice p, size_t i)
{
	if (i < p.len && p.ptr[i] == '^')
		i++;
	if (i < p.len && p.ptr[i] == ']')
		i++;
	for (; i < p.len && p.ptr[i] != ']'; i++)
		i += p.ptr[i] == '\\';
	return i + 1;
}

static bool
has_callout(struct slice p)
{
	for (size_t i = 0; i < p.len;) {
		struct slice rest = slice_sub(p, i, p.len);

		if (slice_starts(rest, "(?C"))
			return true;
		if (slice_starts(rest, "\\Q")) {
			size_t end = slice_find(rest, slice_str("\\E"));
			i = end == (size_t)-1 ? p.len : i + end + 2;
		} else if (p.ptr[i] == '\\')
			i += 2;
		else if (p.ptr[i] == '[')
			i = skip_class(p, i + 1);
		else
			i++;
	}
	return false;
}

/* (*UTF), (*LIMIT_HEAP=9) ... at the start; (*SKIP), (*F) and their like are no settings. */
static bool
has_setting(struct slice p)
{
	static const char *const settings[] = {"UTF", "UCP",   "NO_",      "NOTEMPTY", "LIMIT_", "CR)",
					       "LF)", "CRLF)", "ANYCRLF)", "ANY)",     "NUL)",   "BSR_"};

	if (!slice_starts(p, "(*"))
		return false;
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		if (slice_starts(slice_sub(p, 2, p.len), settings[i]))
			return true;
	return false;
}

static int
check_pattern(struct slice pattern, const struct place *place, struct err *err)
{
	if (pattern.len > LIMIT_REGEX_BYTES)
		return place_error(err, place, "regular expression is longer than %u bytes",
				   LIMIT_REGEX_BYTES);
	if (has_setting(pattern))
		return place_error(err, place, "regular expression: settings such as (*UTF) are not allowed");
	if (has_callout(pattern))
		return place_error(err, place, "regular expression: callouts (?C) are not allowed");
	return 0;
}

/* --- compiling --- */

static pcre2_compile_context *
make_compile_context(void)
{
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);

	if (context) {
		pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
		pcre2_set_bsr(context, PCRE2_BSR_ANYCRLF);
	}
	return context;
}

static int
compile_code(struct regex *regex, struct slice pattern, struct err *err)
{
	uint32_t options = PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP;
	pcre2_compile_context *context = make_compile_context();
	PCRE2_UCHAR message[160];
	PCRE2_SIZE offset;
	int code;

	if (!context)
		return err_oom(err);
	options |= regex->mode == REGEX_SEARCH ? PCRE2_MULTILINE : 0;
	options |= regex->mode == REGEX_VALUE ? PCRE2_ANCHORED : 0;
	regex->code = pcre2_compile((PCRE2_SPTR)(pattern.ptr ? pattern.ptr : ""), pattern.len, options, &code,
				    &offset, context);
	pcre2_compile_context_free(context);
	if (regex->code)
		return 0;
	if (code == PCRE2_ERROR_HEAP_FAILED)
		return err_oom(err);
	pcre2_get_error_message(code, message, sizeof(message));
	return place_error(err, &regex->place, "regular expression: %s at offset %zu", (const char *)message,
			   (size_t)offset);
}

static int
set_name(struct regex *regex, const char *name, uint32_t group, struct err *err)
{
	char text[128];
	int len = snprintf(text, sizeof(text), "$%s", name);

	if (arena_dup(&regex->names[regex->nnames], &regex->arena, slice_of(text, (size_t)len)) < 0)
		return err_oom(err);
	regex->groups[regex->nnames++] = group;
	return 0;
}

/* The name table has one entry a name: two bytes of group number, then the name with its NUL. */
static int
read_names(struct regex *regex, struct err *err)
{
	uint32_t named = 0, width = 0, numbered;
	PCRE2_SPTR entry = NULL;
	char number[16];

	pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &regex->ngroups);
	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &named);
	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &width);
	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &entry);
	if (regex->ngroups > MAX_GROUPS)
		return place_error(err, &regex->place, "regular expression: more than %u groups", MAX_GROUPS);
	numbered = regex->ngroups < NUMBERED_GROUPS ? regex->ngroups : NUMBERED_GROUPS;
	regex->names = arena_array(&regex->arena, numbered + named, sizeof(*regex->names));
	regex->groups = arena_array(&regex->arena, numbered + named, sizeof(*regex->groups));
	if (!regex->names || !regex->groups)
		return err_oom(err);
	for (uint32_t i = 1; i <= numbered; i++) {
		snprintf(number, sizeof(number), "%u", i);
		if (set_name(regex, number, i, err) < 0)
			return -1;
	}
	for (uint32_t i = 0; i < named; i++, entry += width)
		if (set_name(regex, (const char *)entry + 2, (uint32_t)entry[0] << 8 | entry[1], err) < 0)
			return -1;
	return 0;
}

int
regex_compile(struct regex **out, struct slice pattern, enum regex_mode mode, const struct place *place,
	      struct err *err)
{
	*out = NULL;
	if (check_pattern(pattern, place, err) < 0)
		return -1;
	struct regex *regex = calloc(1, sizeof(*regex));
	if (!regex)
		return err_oom(err);
	regex->mode = mode;
	regex->place = *place;
	arena_init(&regex->arena);
	if (compile_code(regex, pattern, err) < 0 || read_names(regex, err) < 0) {
		regex_free(regex);
		return -1;
	}
	*out = regex;
	return 0;
}

void
regex_free(struct regex *regex)
{
	if (!regex)
		return;
	pcre2_code_free(regex->code);
	arena_release(&regex->arena);
	free(regex);
}

size_t
regex_nnames(const struct regex *regex)
{
	return regex->nnames;
}

struct slice
regex_name(const struct regex *regex, size_t i)
{
	return regex->names[i];
}

bool
regex_is_jit(const struct regex *regex)
{
	return regex->jit;
}

/* --- matching --- */

/* A system that forbids writable code refuses: the interpreter goes on, ten times slower. */
static void
use_jit(struct regex_engine *engine, struct regex *regex)
{
	regex->jit_tried = true;
	if (!engine->stack) {
		engine->stack = pcre2_jit_stack_create(JIT_STACK_MIN_BYTES, JIT_STACK_MAX_BYTES, NULL);
		if (engine->stack)
			pcre2_jit_stack_assign(engine->context, NULL, engine->stack);
	}
	regex->jit = pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE) == 0;
}

static const char *
limit_reason(int code)
{
	switch (code) {
	case PCRE2_ERROR_MATCHLIMIT:
		return "match limit";
	case PCRE2_ERROR_JIT_STACKLIMIT:
	case PCRE2_ERROR_DEPTHLIMIT:
		return "match depth limit";
	case PCRE2_ERROR_HEAPLIMIT:
		return "match memory limit";
	case PCRE2_ERROR_RECURSELOOP:
		return "endless recursion in the pattern";
	default:
		return NULL;
	}
}

static int
run(struct regex_engine *engine, const struct regex *regex, const struct subject *subject, size_t from,
    uint32_t options)
{
	PCRE2_SPTR bytes = (PCRE2_SPTR)(subject->bytes.ptr ? subject->bytes.ptr : "");

	options |= (subject->cut_start ? PCRE2_NOTBOL : 0) | (subject->cut_end ? PCRE2_NOTEOL : 0);
	int rc = pcre2_match(regex->code, bytes, subject->bytes.len, from, options, engine->data,
			     engine->context);
	/* The interpreter keeps its stack on the heap, where there is more room. */
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(regex->code, bytes, subject->bytes.len, from, options | PCRE2_NO_JIT,
				 engine->data, engine->context);
	return rc;
}

static int
fail(const struct regex *regex, int code, struct err *err)
{
	PCRE2_UCHAR message[160];

	if (code == PCRE2_ERROR_NOMEMORY)
		return err_oom(err);
	pcre2_get_error_message(code, message, sizeof(message));
	return place_error(err, &regex->place, "matching failed: %s", (const char *)message);
}

/* One byte on, over both of CR LF. */
static size_t
step_over(struct slice bytes, size_t at)
{
	return at + 1 < bytes.len && bytes.ptr[at] == '\r' && bytes.ptr[at + 1] == '\n' ? at + 2 : at + 1;
}

/*
 * Behind an empty match another, longer one may begin at the same place; only
 * if there is none does the search go on behind it (as in pcre2demo).
 */
static int
search(struct regex_walk *walk, struct regex_engine *engine, const struct regex *regex,
       const struct subject *subject)
{
	if (walk->empty) {
		int rc = run(engine, regex, subject, walk->next, PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED);
		if (rc != PCRE2_ERROR_NOMATCH)
			return rc;
		walk->next = step_over(subject->bytes, walk->next);
	}
	if (walk->next > subject->bytes.len || (walk->begun && regex->mode == REGEX_VALUE))
		return PCRE2_ERROR_NOMATCH;
	return run(engine, regex, subject, walk->next, 0);
}

static void
begin(struct regex_walk *walk, struct regex_engine *engine, struct regex *regex,
      const struct subject *subject)
{
	walk->next = subject->start;
	regex->seen += subject->bytes.len - subject->start;
	if (!regex->jit_tried && regex->seen >= JIT_AFTER_BYTES)
		use_jit(engine, regex);
}

int
regex_next(struct regex_walk *walk, struct regex_engine *engine, struct regex *regex,
	   const struct subject *subject, struct err *err)
{
	if (regex_engine_is_late(engine)) {
		walk->limit = "time limit";
		return 0;
	}
	if (!walk->begun)
		begin(walk, engine, regex, subject);
	if (reserve_pairs(engine, regex->ngroups + 1) < 0)
		return err_oom(err);
	int rc = search(walk, engine, regex, subject);
	walk->begun = true;
	if (rc == PCRE2_ERROR_NOMATCH)
		return 0;
	if (rc < 0) {
		walk->limit = limit_reason(rc);
		return walk->limit ? 0 : fail(regex, rc, err);
	}
	const PCRE2_SIZE *pair = pcre2_get_ovector_pointer(engine->data);
	walk->start = pair[0] < pair[1] ? pair[0] : pair[1]; /* \K may turn them round */
	walk->end = pair[1];
	walk->empty = walk->end <= walk->next || walk->start == walk->end;
	walk->next = walk->end;
	return 1;
}

/* --- texts and values of any length --- */

/* The piece from `at` on, with what \b and lookbehind may see before it. */
static struct subject
piece_of(struct slice text, size_t at, bool last)
{
	size_t from = at < WINDOW_CONTEXT ? 0 : at - WINDOW_CONTEXT;

	return (struct subject){
		.bytes = slice_sub(text, from, last ? text.len : at + LIMIT_WINDOW_BYTES),
		.start = at - from,
		.cut_start = from > 0,
		.cut_end = !last,
	};
}

int
regex_finds(struct regex_engine *engine, struct regex *regex, struct slice text, const char **limit,
	    struct err *err)
{
	bool last = false;

	for (size_t at = 0; !last; at += LIMIT_WINDOW_BYTES - LIMIT_OVERLAP_FILE) {
		last = text.len - at <= LIMIT_WINDOW_BYTES;
		struct subject piece = piece_of(text, at, last);
		struct regex_walk walk = {0};
		int rc = regex_next(&walk, engine, regex, &piece, err);
		/* Where a piece is cut, what begins near its end is left to the next. */
		if (rc > 0 && !last && piece.bytes.len - walk.start < LIMIT_OVERLAP_FILE)
			continue;
		if (rc != 0)
			return rc;
		if (walk.limit) {
			*limit = walk.limit;
			return 0;
		}
	}
	return 0;
}

/* By the interpreter. A match that the value's end beyond the limit might change is none. */
static int
fits_long(struct regex_engine *engine, const struct regex *regex, struct slice value, const char **limit,
	  struct err *err)
{
	bool cut = value.len > LIMIT_VALUE_BYTES;
	struct subject subject = {.bytes = slice_sub(value, 0, LIMIT_VALUE_BYTES)};

	if (regex_engine_is_late(engine)) {
		*limit = "time limit";
		return 0;
	}
	if (reserve_pairs(engine, regex->ngroups + 1) < 0)
		return err_oom(err);
	int rc = run(engine, regex, &subject, 0, PCRE2_NO_JIT | (cut ? PCRE2_PARTIAL_HARD : 0));
	if (rc >= 0 || rc == PCRE2_ERROR_NOMATCH)
		return rc >= 0;
	const char *reason = rc == PCRE2_ERROR_PARTIAL ? VALUE_CUT : limit_reason(rc);
	if (!reason)
		return fail(regex, rc, err);
	*limit = reason;
	return 0;
}

int
regex_fits(struct regex_engine *engine, struct regex *regex, struct slice value, const char **limit,
	   struct err *err)
{
	struct subject subject = {.bytes = value};
	struct regex_walk walk = {0};

	if (value.len > LIMIT_WINDOW_BYTES)
		return fits_long(engine, regex, value, limit, err);
	int rc = regex_next(&walk, engine, regex, &subject, err);
	if (walk.limit)
		*limit = walk.limit;
	return rc;
}

int
regex_bindings(const struct binding **out, size_t *n, struct arena *arena, struct regex_engine *engine,
	       const struct regex *regex, const struct subject *subject, struct err *err)
{
	const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(engine->data);
	struct binding *bindings;

	*n = 0;
	*out = NULL;
	if (regex->nnames == 0)
		return 0;
	bindings = arena_array(arena, regex->nnames, sizeof(*bindings));
	if (!bindings)
		return err_oom(err);
	for (size_t i = 0; i < regex->nnames; i++) {
		const PCRE2_SIZE *pair = pairs + 2 * (size_t)regex->groups[i];

		if (pair[0] == PCRE2_UNSET || pair[1] < pair[0])
			continue;
		bindings[(*n)++] = (struct binding){
			regex->names[i], slice_of(subject->bytes.ptr + pair[0], pair[1] - pair[0])};
	}
	*out = bindings;
	return 0;
}
