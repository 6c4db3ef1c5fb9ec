#include "match/prefilter_tables.h"

#include <inttypes.h>

#include "base/buf.h"

#define PER_LINE 16u

static void
print_separator(struct buf *out, size_t i)
{
	buf_add_str(out, i % PER_LINE == 0 ? "\n\t" : " ");
}

/* The arrays are never written; prefilter.c's own ones are, and share the type. */
static void
print_u16(struct buf *out, const char *name, const uint16_t *items, size_t n)
{
	buf_addf(out, "\nstatic uint16_t %s[] = {", name);
	for (size_t i = 0; i < n; i++) {
		print_separator(out, i);
		buf_addf(out, "%u,", (unsigned)items[i]);
	}
	buf_add_str(out, "\n};\n");
}

static void
print_u32(struct buf *out, const char *name, const uint32_t *items, size_t n)
{
	buf_addf(out, "\nstatic uint32_t %s[] = {", name);
	for (size_t i = 0; i < n; i++) {
		print_separator(out, i);
		buf_addf(out, "%" PRIu32 "u,", items[i]);
	}
	buf_add_str(out, "\n};\n");
}

/* Octal escapes of three digits: no digit behind them can be taken for theirs. */
static void
print_string(struct buf *out, const char *bytes, size_t n)
{
	buf_add_char(out, '"');
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "\\%03o", (unsigned)(unsigned char)bytes[i]);
	buf_add_char(out, '"');
}

static void
print_texts(struct buf *out, const struct prefilter *pf)
{
	buf_add_str(out, "\nstatic struct literal_text texts[] = {");
	for (size_t i = 0; i < pf->nids; i++) {
		buf_add_str(out, "\n\t{");
		print_string(out, pf->texts[i].ptr, pf->texts[i].len);
		buf_addf(out, ", %" PRIu32 "u, %" PRIu32 "u},", pf->texts[i].len, pf->texts[i].other);
	}
	buf_add_str(out, "\n\t{\"\", 0, 0},\n};\n");
}

static void
print_classes(struct buf *out, const struct prefilter *pf)
{
	buf_add_str(out, "\t.class_of = {");
	for (size_t i = 0; i < sizeof(pf->class_of); i++) {
		print_separator(out, i);
		buf_addf(out, "%u,", (unsigned)pf->class_of[i]);
	}
	buf_add_str(out, "\n\t},\n");
}

void
prefilter_print(struct buf *out, const char *name, const struct prefilter *pf)
{
	buf_add_str(out, "\n#include \"match/prefilter_tables.h\"\n");
	print_u16(out, "next", pf->next, (size_t)pf->nstates << pf->shift);
	print_u32(out, "literal", pf->literal, pf->nstates);
	print_u16(out, "fallback", pf->fallback, pf->nstates);
	print_u32(out, "ids", pf->ids, pf->nliterals);
	print_texts(out, pf);
	buf_addf(out, "\nconst struct prefilter %s = {\n\t.next = next,\n\t.shift = %u,\n", name, pf->shift);
	print_classes(out, pf);
	buf_addf(out,
		 "\t.nstates = %" PRIu32 "u,\n\t.first_match = %" PRIu32 "u,\n\t.literal = literal,\n"
		 "\t.fallback = fallback,\n\t.ids = ids,\n\t.nliterals = %zu,\n\t.texts = texts,\n"
		 "\t.nids = %zu,\n\t.deepest = %" PRIu32 "u,\n\t.longest = %" PRIu32
		 "u,\n\t.is_static = true,\n};\n",
		 pf->nstates, pf->first_match, pf->nliterals, pf->nids, pf->deepest, pf->longest);
}
