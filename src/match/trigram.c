#include "match/trigram.h"

static uint32_t
piece(const char *at)
{
	return (uint32_t)(at[0] & 31) << 10 | (uint32_t)(at[1] & 31) << 5 | (uint32_t)(at[2] & 31);
}

void
trigrams_of(struct trigrams *out, struct slice text)
{
	*out = (struct trigrams){{0}};
	for (size_t i = 0; i + 2 < text.len; i++) {
		uint32_t bit = piece(text.ptr + i);
		out->bits[bit / 64] |= UINT64_C(1) << bit % 64;
	}
}

bool
trigrams_may_have(const struct trigrams *trigrams, struct slice word)
{
	for (size_t i = 0; i + 2 < word.len; i++) {
		uint32_t bit = piece(word.ptr + i);
		if (!(trigrams->bits[bit / 64] >> bit % 64 & 1))
			return false;
	}
	return true;
}
