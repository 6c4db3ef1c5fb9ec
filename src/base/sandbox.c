#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Landlock, from the kernel's documentation (userspace-api/landlock); headers may be older than kernels. */
#define LANDLOCK_CREATE  444
#define LANDLOCK_ADD     445
#define LANDLOCK_ENTER   446
#define ASK_VERSION      1u
#define RULE_PATH        1
#define FS_EXECUTE       (UINT64_C(1) << 0)
#define FS_WRITE_FILE    (UINT64_C(1) << 1)
#define FS_REMOVE_FILE   (UINT64_C(1) << 5)
#define FS_MAKE_REG      (UINT64_C(1) << 8)
#define FS_ABI_1         UINT64_C(0x1ff3)    /* all but reading: bits 2 and 3 */
#define FS_REFER         (UINT64_C(1) << 13) /* ABI 2 */
#define FS_TRUNCATE      (UINT64_C(1) << 14) /* ABI 3 */
#define FS_IOCTL_DEVICE  (UINT64_C(1) << 15) /* ABI 5 */
#define NET_TCP          UINT64_C(3)         /* ABI 4: bind, connect */
#define SCOPE_ALL        UINT64_C(3)         /* ABI 6: abstract sockets, signals */
#define ABI_WRITES_WHOLE 3                   /* from here on truncate(2) is covered */

struct ruleset_attr {
	uint64_t fs, net, scoped;
};

struct path_attr {
	uint64_t allowed;
	int32_t fd;
} __attribute__((packed));

#if defined(__x86_64__)
#define FILTER_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define FILTER_ARCH AUDIT_ARCH_AARCH64
#endif

static int
landlock_abi(void)
{
	long abi = syscall(LANDLOCK_CREATE, NULL, 0, ASK_VERSION);

	return abi > 0 ? (int)abi : 0;
}

struct sandbox
sandbox_probe(void)
{
	struct sandbox s = {.landlock = landlock_abi()};

#ifdef FILTER_ARCH
	/* Asked with a NULL filter, a kernel that has seccomp complains about the pointer. */
	s.filter = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL, 0, 0) < 0 && errno == EFAULT;
#endif
	return s;
}

static int
create_ruleset(int abi)
{
	struct ruleset_attr attr = {.fs = FS_ABI_1};
	size_t size = sizeof(attr.fs);

	attr.fs |=
		(abi >= 2 ? FS_REFER : 0) | (abi >= 3 ? FS_TRUNCATE : 0) | (abi >= 5 ? FS_IOCTL_DEVICE : 0);
	if (abi >= 4) {
		attr.net = NET_TCP;
		size += sizeof(attr.net);
	}
	if (abi >= 6) {
		attr.scoped = SCOPE_ALL;
		size += sizeof(attr.scoped);
	}
	return (int)syscall(LANDLOCK_CREATE, &attr, size, 0);
}

static int
allow(int ruleset, const char *path, uint64_t rights, struct err *err)
{
	struct path_attr attr = {.allowed = rights, .fd = open(path, O_PATH | O_CLOEXEC)};

	if (attr.fd < 0)
		return err_set(err, ERR_IO, "sandbox: cannot open %s: %s", path, strerror(errno));
	long rc = syscall(LANDLOCK_ADD, ruleset, RULE_PATH, &attr, 0);
	close(attr.fd);
	return rc < 0 ? err_set(err, ERR_IO, "sandbox: cannot allow %s: %s", path, strerror(errno)) : 0;
}

/* Finds the dynamic linker that an ELF file names; "" for one that names none, "/" for what is no such file.
 */
static void
find_interpreter(char out[4096], int fd)
{
	ElfW(Ehdr) head;
	ElfW(Phdr) part;

	snprintf(out, 4096, "/");
	if (pread(fd, &head, sizeof(head), 0) != (ssize_t)sizeof(head) ||
	    memcmp(head.e_ident, ELFMAG, SELFMAG) != 0)
		return;
	out[0] = '\0';
	for (unsigned i = 0; i < head.e_phnum; i++) {
		off_t at = (off_t)head.e_phoff + (off_t)(i * sizeof(part));
		if (pread(fd, &part, sizeof(part), at) != (ssize_t)sizeof(part) || part.p_type != PT_INTERP)
			continue;
		ssize_t n = pread(fd, out, 4095, (off_t)part.p_offset);
		out[n > 0 ? n : 0] = '\0'; /* a NUL ends it earlier */
	}
}

/* A program and what the kernel starts along with it. A script needs its shell, and that who knows what: all.
 */
static int
allow_program(int ruleset, const char *path, struct err *err)
{
	char interpreter[4096];
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return err_set(err, ERR_IO, "sandbox: cannot open %s: %s", path, strerror(errno));
	find_interpreter(interpreter, fd);
	close(fd);
	if (interpreter[0] != '\0' && allow(ruleset, interpreter, FS_EXECUTE, err) < 0)
		return -1;
	return allow(ruleset, path, FS_EXECUTE, err);
}

static int
allow_wish(int ruleset, const struct sandbox_wish *wish, struct err *err)
{
	for (size_t i = 0; i < wish->nreplace_in; i++)
		if (allow(ruleset, wish->replace_in[i], FS_REMOVE_FILE | FS_MAKE_REG, err) < 0)
			return -1;
	for (size_t i = 0; i < wish->nprograms; i++)
		if (allow_program(ruleset, wish->programs[i], err) < 0)
			return -1;
	if (wish->nprograms == 0)
		return 0;
	return allow(ruleset, "/dev/null", FS_WRITE_FILE, err); /* where programs send what nobody reads */
}

/* 1, 0: the kernel has none, -1. */
static int
enter_landlock(int abi, const struct sandbox_wish *wish, struct err *err)
{
	int ruleset = abi > 0 ? create_ruleset(abi) : -1;

	if (ruleset < 0)
		return 0;
	int rc = allow_wish(ruleset, wish, err);
	if (rc == 0)
		rc = syscall(LANDLOCK_ENTER, ruleset, 0) == 0;
	close(ruleset);
	return rc;
}

#ifdef FILTER_ARCH

#define LOAD(field)     BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define RETURN(action)  BPF_STMT(BPF_RET | BPF_K, (action))
#define UNLESS_EQUAL(k) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (k), 1, 0)
#define IF_EQUAL(k)     BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (k), 0, 1)
#define IF_AT_LEAST(k)  BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (k), 0, 1)
#define DENY            (SECCOMP_RET_ERRNO | EPERM)
#define REFUSE(number)  IF_EQUAL((uint32_t)(number)), RETURN(DENY)
#define FOREIGN_NUMBERS 0x40000000u /* x32, and nothing known elsewhere */
#define PROGRAM_STEPS   4           /* the last refusals, about programs */

static bool
enter_filter(bool programs)
{
	struct sock_filter code[] = {
		LOAD(arch),
		UNLESS_EQUAL(FILTER_ARCH),
		RETURN(DENY),
		LOAD(nr),
		IF_AT_LEAST(FOREIGN_NUMBERS),
		RETURN(DENY),
		REFUSE(SYS_socket),
		REFUSE(SYS_io_uring_setup),
		REFUSE(SYS_execve),
		REFUSE(SYS_execveat),
		RETURN(SECCOMP_RET_ALLOW),
	};
	unsigned short n = sizeof(code) / sizeof(code[0]);

	if (programs) {
		code[n - 1 - PROGRAM_STEPS] = code[n - 1];
		n = (unsigned short)(n - PROGRAM_STEPS);
	}
	struct sock_fprog program = {n, code};
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else

static bool
enter_filter(bool programs)
{
	(void)programs;
	return false;
}

#endif

int
sandbox_enter(struct sandbox *out, const struct sandbox_wish *wish, struct err *err)
{
	int abi = landlock_abi();

	*out = (struct sandbox){0};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return 0;
	int entered = enter_landlock(abi, wish, err);
	if (entered < 0)
		return -1;
	out->landlock = entered ? abi : 0;
	out->filter = enter_filter(wish->nprograms > 0);
	return 0;
}

bool
sandbox_is_complete(const struct sandbox *s)
{
	return s->landlock >= ABI_WRITES_WHOLE && s->filter;
}

void
sandbox_describe(struct buf *out, const struct sandbox *s)
{
	if (s->landlock > 0)
		buf_addf(out, "Landlock %d", s->landlock);
	else
		buf_add_str(out, "no Landlock");
	buf_add_str(out, s->filter ? ", seccomp" : ", no seccomp");
	if (s->landlock == 0)
		buf_add_str(out, ": the file system is not protected");
	else if (s->landlock < ABI_WRITES_WHOLE)
		buf_add_str(out, ": files can be emptied");
	else if (!s->filter)
		buf_add_str(out, ": sockets other than TCP can be opened");
}
