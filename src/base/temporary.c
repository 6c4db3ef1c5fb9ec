#include "base/temporary.h"

#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static _Atomic(const char *) paths[TEMPORARY_MAX];

int
temporary_remember(const char *path)
{
	for (size_t i = 0; i < TEMPORARY_MAX; i++) {
		const char *none = NULL;
		if (atomic_compare_exchange_strong(&paths[i], &none, path))
			return 0;
	}
	return -1;
}

void
temporary_forget(const char *path)
{
	for (size_t i = 0; i < TEMPORARY_MAX; i++) {
		const char *known = path;
		if (atomic_compare_exchange_strong(&paths[i], &known, NULL))
			return;
	}
}

void
temporary_remove_all(void)
{
	for (size_t i = 0; i < TEMPORARY_MAX; i++) {
		const char *path = atomic_exchange(&paths[i], NULL);
		if (path)
			unlink(path);
	}
}
