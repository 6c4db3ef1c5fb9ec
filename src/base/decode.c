#include "base/decode.h"

#include "base/ascii.h"

int
base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

static int
base32_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

/* Letters of `bits` bits each become bytes; the bits left over must be too few for a letter, and zero. */
static size_t
unpack(uint8_t *out, size_t room, struct slice s, unsigned bits, int (*value_of)(char))
{
	uint32_t held = 0;
	unsigned nheld = 0;
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		int value = value_of(s.ptr[i]);

		if (value < 0)
			return DECODE_FAILED;
		held = held << bits | (uint32_t)value;
		nheld += bits;
		if (nheld < 8)
			continue;
		if (n == room)
			return DECODE_FAILED;
		nheld -= 8;
		out[n++] = (uint8_t)(held >> nheld);
		held &= (1u << nheld) - 1;
	}
	return nheld >= bits || held != 0 ? DECODE_FAILED : n;
}

/* Takes the padding off; false: it is not as much as the length needs. */
static bool
take_padding(struct slice *s)
{
	size_t n = 0;

	while (n < 3 && n < s->len && s->ptr[s->len - 1 - n] == '=')
		n++;
	if (n > 0 && (n > 2 || s->len % 4 != 0))
		return false;
	s->len -= n;
	return true;
}

size_t
base64_decode(uint8_t *out, size_t room, struct slice s)
{
	bool standard = false, of_urls = false;

	if (!take_padding(&s))
		return DECODE_FAILED;
	for (size_t i = 0; i < s.len; i++) {
		standard |= s.ptr[i] == '+' || s.ptr[i] == '/';
		of_urls |= s.ptr[i] == '-' || s.ptr[i] == '_';
	}
	return standard && of_urls ? DECODE_FAILED : unpack(out, room, s, 6, base64_value);
}

size_t
base32_decode(uint8_t *out, size_t room, struct slice s)
{
	return unpack(out, room, s, 5, base32_value);
}

static int
base58_value(char c)
{
	static const char letters[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
	const char *at = c ? strchr(letters, c) : NULL;

	return at ? (int)(at - letters) : -1;
}

/* number = number * 58 + digit, for a number of n bytes, the least significant first; false: no room. */
static bool
base58_push(uint8_t *number, size_t *n, size_t room, int digit)
{
	uint32_t carry = (uint32_t)digit;

	for (size_t i = 0; i < *n; i++) {
		carry += number[i] * 58u;
		number[i] = (uint8_t)carry;
		carry >>= 8;
	}
	if (carry == 0)
		return true;
	if (*n == room)
		return false;
	number[(*n)++] = (uint8_t)carry;
	return true;
}

size_t
base58_decode(uint8_t *out, size_t room, struct slice s)
{
	size_t zeros = 0, n = 0;

	while (zeros < s.len && s.ptr[zeros] == '1')
		zeros++;
	for (size_t i = zeros; i < s.len; i++) {
		int digit = base58_value(s.ptr[i]);

		if (digit < 0 || !base58_push(out, &n, room, digit))
			return DECODE_FAILED;
	}
	if (zeros > room - n)
		return DECODE_FAILED;
	for (size_t i = 0; i < zeros; i++)
		out[n++] = 0;
	for (size_t i = 0; i < n / 2; i++) {
		uint8_t byte = out[i];

		out[i] = out[n - 1 - i];
		out[n - 1 - i] = byte;
	}
	return n;
}

static int
base62_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'z' ? c - 'a' + 36 : -1;
}

static int
base36_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
}

static bool
to_number(uint32_t *out, struct slice s, unsigned base, int (*value_of)(char))
{
	uint64_t number = 0;

	for (size_t i = 0; i < s.len; i++) {
		int value = value_of(s.ptr[i]);

		if (value < 0)
			return false;
		number = number * base + (uint64_t)value;
		if (number > UINT32_MAX)
			return false;
	}
	*out = (uint32_t)number;
	return s.len > 0;
}

bool
base36_number(uint32_t *out, struct slice s)
{
	return to_number(out, s, 36, base36_value);
}

bool
base62_number(uint32_t *out, struct slice s)
{
	return to_number(out, s, 62, base62_value);
}
