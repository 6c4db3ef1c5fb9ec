/*
 * shipped_image.c - what rulec wrote, in pages of its own
 *
 * Assembled rather than read by the compiler: 3 MB of initialisers take it
 * half a minute. The section is moved away when the program first asks for
 * its rules; nothing else may stand in it, so the compiler goes on where it was: a
 * sanitizer has code to add.
 */
__asm__(".pushsection .shipped, \"a\", %progbits\n"
	".balign 4096\n"
	".globl shipped_image, shipped_image_size\n"
	"shipped_image:\n"
	".incbin \"" SHIPPED_IMAGE "\"\n"
	".Lend:\n"
	".popsection\n"
	".pushsection .rodata\n"
	".balign 8\n"
	"shipped_image_size:\n"
	".quad .Lend - shipped_image\n"
	".popsection\n");
