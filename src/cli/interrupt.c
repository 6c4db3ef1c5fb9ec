#include "cli/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/temporary.h"
#include "cli/cli.h"

#define NS_PER_MS     UINT64_C(1000000)
#define NS_PER_US     UINT64_C(1000)
#define US_PER_SECOND UINT64_C(1000000)

/* Only what a handler may call. */
static void
end_with(const char *text)
{
	struct slice message = slice_str(text);

	temporary_remove_all();
	if (write(STDERR_FILENO, message.ptr, message.len) < 0)
		_exit(EXIT_FATAL); /* nobody hears it; the status says it all */
	_exit(EXIT_FATAL);
}

void
interrupt_no_memory(void)
{
	end_with("fatal: out of memory\n");
}

static void
end(int signal)
{
	end_with(signal == SIGALRM ? "fatal: time limit reached within one step; nothing was let through,\n"
				     "and what was not reviewed cannot be listed\n"
				   : "fatal: ended by a signal; the review is incomplete\n");
}

static void
handle(int signal, void (*handler)(int))
{
	struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART}, old;

	/* Who started us with the signal ignored (nohup, a shell's "&") wants it so. */
	if (handler != SIG_IGN && signal != SIGALRM && sigaction(signal, NULL, &old) == 0 &&
	    old.sa_handler == SIG_IGN)
		return;
	sigfillset(&action.sa_mask);
	sigaction(signal, &action, NULL);
}

static volatile sig_atomic_t asked;

static void
ask(int signal)
{
	if (asked)
		end(signal);
	asked = 1;
}

bool
interrupt_asked(void)
{
	return asked;
}

void
interrupt_gently(void)
{
	handle(SIGINT, ask);
	handle(SIGTERM, ask);
}

/*
 * A closed stream gets a descriptor that cannot be used in its direction, so
 * that a report for it is an error, and no file of the repository takes its number.
 */
static void
fill_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			_exit(EXIT_FATAL);
}

void
interrupt_init(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGALRM};
	sigset_t ours;

	fill_streams();
	sigemptyset(&ours);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		handle(signals[i], end);
		sigaddset(&ours, signals[i]);
	}
	handle(SIGPIPE, SIG_IGN);
	handle(SIGXFSZ, SIG_IGN); /* as a full disk */
	sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

int
interrupt_after(const struct deadline *deadline, struct err *err)
{
	uint64_t at = deadline->at + LIMIT_OVERTIME_MS * NS_PER_MS, now = deadline_clock();
	uint64_t left = deadline->at == 0 ? 0 : at > now ? (at - now) / NS_PER_US + 1 : 1;
	const struct itimerval when = {
		.it_value = {(time_t)(left / US_PER_SECOND), (suseconds_t)(left % US_PER_SECOND)},
	};

	if (setitimer(ITIMER_REAL, &when, NULL) < 0)
		return err_set(err, ERR_IO, "cannot set the alarm of the time limit: %s", strerror(errno));
	return 0;
}

void
interrupt_no_longer(void)
{
	handle(SIGALRM, SIG_IGN);
}
