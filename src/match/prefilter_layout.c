#include "base/image.h"
#include "match/prefilter_tables.h"

static const struct image_field text_fields[] = {
	{.kind = IMAGE_TEXT, .at = offsetof(struct literal_text, text)},
};
static const struct image_layout text_layout = {sizeof(struct literal_text), text_fields, 1};

static const struct image_field fields[] = {
	{IMAGE_ARRAY, offsetof(struct prefilter, next), offsetof(struct prefilter, nentries), &image_u16},
	{IMAGE_ARRAY, offsetof(struct prefilter, literal), offsetof(struct prefilter, nstates), &image_u32},
	{IMAGE_ARRAY, offsetof(struct prefilter, fallback), offsetof(struct prefilter, nstates), &image_u16},
	{IMAGE_ARRAY, offsetof(struct prefilter, ids), offsetof(struct prefilter, nliterals), &image_u32},
	{IMAGE_ARRAY, offsetof(struct prefilter, texts), offsetof(struct prefilter, nids), &text_layout},
	{.kind = IMAGE_NULL, .at = offsetof(struct prefilter, arena)},
};
const struct image_layout prefilter_layout = {sizeof(struct prefilter), fields,
					      sizeof(fields) / sizeof(*fields)};
