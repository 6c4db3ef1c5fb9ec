void behind_the_end(void)
{
	char b[16];
	int n[4];
	// ruleid: c-write-past-array
	b[16] = 0;
	// ruleid: c-write-past-array
	n[7] = 1;
}

void at_the_end(void)
{
	char b[16];
	int n[4];
	// ok: c-write-past-array
	b[15] = 0;
	// ok: c-write-past-array
	n[3] = 1;
}


void larger(FILE *f, const char *src)
{
	char b[16];
	char dst[32];
	// ruleid: c-write-larger-than-array
	fgets(b, 100, f);
	// ruleid: c-write-larger-than-array
	memset(b, 0, 32);
	// ruleid: c-write-larger-than-array
	strncpy(dst, src, 64);
}

void as_large(FILE *f, const char *src)
{
	char b[16];
	char dst[64];
	int n[16];
	// ok: c-write-larger-than-array
	fgets(b, sizeof(b), f);
	// ok: c-write-larger-than-array
	memset(n, 0, 64);
	// ok: c-write-larger-than-array
	strncpy(dst, src, 63);
}


void taken(const char *src, size_t n)
{
	char b[16];
	// ruleid: c-array-size-of-destination-ignored
	memcpy(b, src, n);
}

void taken_checked(const char *src, size_t n)
{
	char b[16];
	if (n > sizeof(b))
		return;
	// ok: c-array-size-of-destination-ignored
	memcpy(b, src, n);
}

void taken_less(const char *src, size_t n)
{
	char b[16];
	n = MIN(n, sizeof(b));
	// ok: c-array-size-of-destination-ignored
	memcpy(b, src, n);
}

void taken_in_turn(const char *src, size_t n)
{
	char b[16];
	while (n > 0) {
		size_t k = n < 16 ? n : 16;
		// ok: c-array-size-of-destination-ignored
		memcpy(b, src, k);
		n -= k;
	}
}


int *made(int n)
{
	// ruleid: c-allocation-product
	return malloc(n * sizeof(int));
}

int *made_checked(size_t n)
{
	if (n > SIZE_MAX / sizeof(int))
		return NULL;
	// ok: c-allocation-product
	return malloc(n * sizeof(int));
}

int *made_ten(void)
{
	// ok: c-allocation-product
	return malloc(10 * sizeof(int));
}

int *made_cleared(size_t n)
{
	// ok: c-allocation-product
	return calloc(n, sizeof(int));
}


int ten_numbers(void)
{
	// ruleid: c-allocation-too-small-for-type
	int *a = malloc(10);
	return a ? a[9] : 0;
}

int ten_numbers_fit(void)
{
	// ok: c-allocation-too-small-for-type
	int *a = malloc(10 * sizeof(int));
	// ok: c-allocation-too-small-for-type
	int *b = malloc(40);
	return a && b ? a[9] : 0;
}


void run(char *src)
{
	// ruleid: c-command-argument-built
	execl("/bin/sh", "sh", "-c", src, NULL);
	// ruleid: c-command-argument-built
	execlp(src, src, NULL);
}

void run_named(char *src)
{
	// ok: c-command-argument-built
	execl("/bin/ls", "ls", src, NULL);
	// ok: c-command-argument-built
	execlp("ls", "ls", src, NULL);
}


void *load(char *name)
{
	// ruleid: c-library-of-variable
	return dlopen(name, RTLD_NOW);
}

void *load_named(void)
{
	// ok: c-library-of-variable
	return dlopen("/usr/lib/libx.so.1", RTLD_NOW);
}


void scratch(int n)
{
	// ruleid: c-vla-of-parameter
	char b[n];
	use(b);
}

void scratch_bounded(int n)
{
	// ok: c-vla-of-parameter
	char b[64];
	use(b);
}

void scratch_checked(int n)
{
	if (n > 64)
		return;
	// ok: c-vla-of-parameter
	char b[n];
	use(b);
}


void take_one(void)
{
	// ruleid: c-character-in-char
	char c = getchar();
	use(c);
}

void take_one_int(void)
{
	// ok: c-character-in-char
	int c = getchar();
	use(c);
}


void down(size_t n)
{
	// ruleid: c-unsigned-below-zero
	for (size_t i = n - 1; i >= 0; i--)
		use(i);
}

void down_to_zero(size_t n)
{
	// ok: c-unsigned-below-zero
	for (size_t i = n; i-- > 0;)
		use(i);
	// ok: c-unsigned-below-zero
	for (int k = 9; k >= 0; k--)
		use(k);
}


void guarded(int ok)
{
	// ruleid: c-empty-statement-after-if
	if (ok);
		use(ok);
}

void guarded_well(int ok)
{
	// ok: c-empty-statement-after-if
	if (ok)
		use(ok);
}


void counted(int n)
{
	// ruleid: c-assert-with-effect
	assert(n++);
}

void counted_well(int n)
{
	n++;
	// ok: c-assert-with-effect
	assert(n > 0);
}


long bit(int a)
{
	// ruleid: c-shift-too-far
	return a << 33;
}

long bit_small(int a)
{
	// ok: c-shift-too-far
	return a << 3;
}


int *local_number(void)
{
	int x = 1;
	// ruleid: c-address-of-local-returned
	return &x;
}

int *static_number(void)
{
	static int x = 1;
	// ok: c-address-of-local-returned
	return &x;
}

int *field_number(struct s *x)
{
	// ok: c-address-of-local-returned
	return &x->n;
}


char *asked(void)
{
	// ruleid: c-password-prompt-or-hash-old
	return getpass("password: ");
}

char *asked_well(char *b, size_t n)
{
	// ok: c-password-prompt-or-hash-old
	return readpassphrase("password: ", b, n, 0);
}


void freed_behind(char *r)
{
	// ruleid: c-freed-not-from-heap
	free(r + 1);
}

void freed(char *r)
{
	// ok: c-freed-not-from-heap
	free(r);
}


void into_block(const char *source)
{
	char *data = (char *)malloc(50);
	if (data == NULL)
		return;
	// ruleid: c-copy-larger-than-block
	memcpy(data, source, 100);
	free(data);
}

void into_alias(const char *source)
{
	char *to;
	char small[50];
	to = small;
	// ruleid: c-copy-larger-than-block
	memcpy(to, source, 100 * sizeof(char));
}

void into_large_block(const char *source)
{
	char *data = (char *)malloc(100);
	if (data == NULL)
		return;
	// ok: c-copy-larger-than-block
	memcpy(data, source, 100);
	free(data);
}

void into_large_alias(const char *source)
{
	char *to;
	char large[100];
	to = large;
	// ok: c-copy-larger-than-block
	memcpy(to, source, 100 * sizeof(char));
}


void followed(struct s *p)
{
	if (p == NULL) {
		// ruleid: c-null-branch-dereference
		printf("%d", p->a);
	}
}

void followed_not(struct s *p)
{
	if (!p) {
		// ruleid: c-null-branch-dereference
		use(*p);
	}
}

void left(struct s *p)
{
	if (p == NULL) {
		p = fresh();
		// ok: c-null-branch-dereference
		printf("%d", p->a);
	}
	if (p != NULL) {
		// ok: c-null-branch-dereference
		printf("%d", p->a);
	}
}

void left_else(struct s *p)
{
	if (!p) {
		return;
	} else {
		// ok: c-null-branch-dereference
		printf("%d", p->a);
	}
}


int is_abc(char *a)
{
	// ruleid: c-text-compared-by-address
	return a == "abc";
}

int is_abc_well(char *a)
{
	// ok: c-text-compared-by-address
	return strcmp(a, "abc") == 0;
}

int is_char(char *a)
{
	// ok: c-text-compared-by-address
	return *a == 'a';
}


int masked(int flags)
{
	// ruleid: c-mask-precedence
	if (flags & FLAG == FLAG)
		return 1;
	// ruleid: c-mask-precedence
	return !flags & FLAG;
}

int masked_well(int flags)
{
	// ok: c-mask-precedence
	if ((flags & FLAG) == FLAG)
		return 1;
	// ok: c-mask-precedence
	return !(flags & FLAG);
}


int count(int *p)
{
	// ruleid: c-size-of-pointer-as-array
	return sizeof(p) / sizeof(p[0]);
}

int count_array(void)
{
	int p[5];
	// ok: c-size-of-pointer-as-array
	return sizeof(p) / sizeof(p[0]);
}


int logon(void **h)
{
	// ruleid: c-account-password-in-code
	return LogonUserA("service", "domain", "hunter2-abc", 2, 0, h);
}

int logon_stored(void **h, char *stored)
{
	// ok: c-account-password-in-code
	return LogonUserA("service", "domain", stored, 2, 0, h);
}


void printed(const char *data)
{
	char dest[100];
	// ruleid: c-text-copied-without-end
	strncpy(dest, data, 99);
	printf("%s", dest);
}

void printed_ended(const char *data)
{
	char dest[100];
	// ok: c-text-copied-without-end
	strncpy(dest, data, 99);
	dest[99] = 0;
	printf("%s", dest);
}

void printed_cleared(const char *data)
{
	char dest[100];
	memset(dest, 0, sizeof(dest));
	// ok: c-text-copied-without-end
	strncpy(dest, data, 99);
	printf("%s", dest);
}

void printed_zero(const char *data)
{
	char dest[100] = "";
	// ok: c-text-copied-without-end
	strncpy(dest, data, 99);
	printf("%s", dest);
}

