#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void
buf_init(struct buf *b, size_t max)
{
	*b = (struct buf)BUF_INIT(max);
}

void
buf_release(struct buf *b)
{
	free(b->ptr);
	buf_init(b, b->max);
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->failed = b->starved = false;
	if (b->ptr)
		b->ptr[0] = '\0';
}

bool
buf_ok(const struct buf *b)
{
	return !b->failed;
}

/* Makes room for more bytes and a NUL behind them. */
static bool
reserve(struct buf *b, size_t more)
{
	if (b->failed || more > b->max - b->len || more > SIZE_MAX - b->len - 1) {
		b->failed = true;
		return false;
	}
	size_t need = b->len + more + 1;
	if (need <= b->cap)
		return true;
	size_t cap = b->cap ? b->cap : 64;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	char *grown = realloc(b->ptr, cap);
	if (!grown) {
		b->failed = b->starved = true;
		return false;
	}
	b->ptr = grown;
	b->cap = cap;
	return true;
}

void
buf_add(struct buf *b, const void *ptr, size_t len)
{
	if (!reserve(b, len))
		return;
	if (len > 0)
		memcpy(b->ptr + b->len, ptr, len);
	b->len += len;
	b->ptr[b->len] = '\0';
}

void
buf_add_slice(struct buf *b, struct slice s)
{
	buf_add(b, s.ptr, s.len);
}

void
buf_add_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_add_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;

	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		b->failed = true;
	else if (reserve(b, (size_t)n)) {
		vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

int
array_reserve(void **ptr, size_t *cap, size_t need, size_t item_size)
{
	if (need <= *cap)
		return 0;
	size_t grown = *cap ? *cap : 8;
	while (grown < need) {
		if (grown > SIZE_MAX / 2)
			return -1;
		grown *= 2;
	}
	if (grown > SIZE_MAX / item_size)
		return -1;
	void *moved = realloc(*ptr, grown * item_size);
	if (!moved)
		return -1;
	*ptr = moved;
	*cap = grown;
	return 0;
}
