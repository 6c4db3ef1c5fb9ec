/*
 * replay.c - runs a fuzz target over files, without a fuzzer
 *
 * Linked with one fuzz_*.c; make test replays tests/fuzz/corpus/ with it.
 */
#include <stdint.h>
#include <stdio.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	struct buf input = BUF_INIT(16u << 20);
	struct err err = ERR_INIT;

	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++) {
		if (file_read(&input, argv[i], input.max, &err) < 0) {
			printf("not ok %d - %s\n", i, err.msg);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)input.ptr, input.len);
		printf("ok %d - %s\n", i, argv[i]);
		fflush(stdout);
	}
	buf_release(&input);
	return 0;
}
