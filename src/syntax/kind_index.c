#include "syntax/kind_index.h"

#include <string.h>

/* Where a name stands, or the free slot for it. */
static uint16_t *
slot_of(const struct kind_index *index, const char *name, bool named)
{
	size_t i = named;

	for (const char *p = name; *p; p++)
		i = i * 31 + (unsigned char)*p;
	for (i &= index->room - 1; index->slots[i] != 0; i = (i + 1) & (index->room - 1))
		if (syntax_kind_is(index->language, index->slots[i], named) &&
		    strcmp(syntax_kind_name(index->language, index->slots[i]), name) == 0)
			break;
	return &index->slots[i];
}

int
kind_index_init(struct kind_index *index, struct arena *arena, const struct syntax_language *language)
{
	uint16_t n = syntax_nkinds(language);

	index->language = language;
	for (index->room = 64; index->room < (size_t)n * 2;)
		index->room *= 2;
	index->slots = arena_array(arena, index->room, sizeof(*index->slots));
	if (!index->slots)
		return -1;
	for (uint16_t kind = 1; kind < n; kind++) {
		for (int named = 0; named <= 1; named++) {
			if (!syntax_kind_is(language, kind, named))
				continue;
			const char *name = syntax_kind_name(language, kind);
			uint16_t *slot = slot_of(index, name, named);
			/* Of several kinds that share a name, one stands for all in trees. */
			*slot = *slot == 0 ? kind : syntax_kind(language, slice_str(name), named);
		}
	}
	return 0;
}

uint16_t
kind_index_find(const struct kind_index *index, const char *name, bool named)
{
	return *slot_of(index, name, named);
}
