/*
 * words.c - the shipped word lists
 *
 * A value that contains one of these is no secret somebody would mind losing.
 * Words are looked for anywhere in a value, so short ones would be found by
 * chance in random text (three letters: one time in a thousand for 40
 * characters) and only stand here with a separator.
 */
#include "rule/words.h"

#define W(s) SLICE_LITERAL(s)

/* clang-format off */
/* What nobody writes in a secret that opens anything. */
#define FILLERS \
	/* says so itself */ \
	W("example"), W("exemple"), W("beispiel"), W("ejemplo"), W("sample"), W("placeholder"), W("dummy"), \
	W("fake"), W("foobar"), W("foo_"), W("foo-"), W("lorem"), W("ipsum"), W("todo"), W("fixme"), \
	W("tbd_"), W("not-real"), W("not_real"), W("notreal"), W("not-a-"), W("not_a_"), W("notasecret"), \
	W("insecure"), W("template"), \
	/* asks to be replaced */ \
	W("changeme"), W("change-me"), W("change_me"), W("change this"), W("changethis"), W("change-this"), \
	W("change_this"), W("change-it"), W("changeit"), W("replace"), W("replaceme"), W("insert"), \
	W("fill-in"), W("fill_in"), W("fillme"), W("your-"), W("your_"), W("yours"), W("your "), \
	W("yourpass"), W("yourkey"), W("yoursecret"), W("yourtoken"), W("youraccess"), W("yourapi"), \
	W("enter-"), W("enter_"), W("put-"), W("put_"), W("paste"), W("goes-here"), W("goes_here"), \
	W("goeshere"), W("-here"), W("_here"), W("setme"), W("set-me"), W("set_me"), W("some-"), W("some_"), \
	W("somepass"), W("somesecret"), W("somekey"), W("sometoken"), W("my-secret"), W("my_secret"), \
	W("mysecret"), W("mypassword"), W("my_password"), W("my-password"), W("mytoken"), W("my-token"), \
	W("my_token"), W("myapikey"), W("my-api"), W("my_api"), W("supersecret"), W("super-secret"), \
	W("super_secret"), W("topsecret"), W("secretkey"), W("correcthorse"), \
	/* already taken out */ \
	W("redacted"), W("masked"), W("hidden"), W("removed"), W("censored"), W("sanitized"), W("scrubbed"), \
	W("filtered"), W("omitted"), W("obfuscated"), W("****"), W("...."), W("----"), W("____"), W("xxxx")

/* What may stand in one as well, though it seldom does. */
#define TRIALS \
	W("mock"), W("fixture"), W("stub"), W("test"), W("demo"), W("acme"), W("contoso"), W("unsafe"), \
	W("public"), W("default"), W("generic"), W("hunter2"), \
	/* filled rows */ \
	W("0000"), W("1111"), W("aaaa"), W("zzzz"), W("1234567"), W("7654321"), W("abcdef"), W("klmnop"), W("qrstuv"), W("abc123"), W("0123456789"), \
	W("deadbeef"), W("cafebabe"), W("asdf"), W("qwerty"), W("password"), W("passw0rd"), W("p@ssw0rd"), \
	W("letmein")

/* Taken from elsewhere at run time, or saying nothing. */
#define ABSENT \
	W("${"), W("$("), W("{{"), W("}}"), W("{%"), W("<%"), W("#{"), W("%("), W("%s"), W("%d"), W("<"), \
	W("process.env"), W("os.environ"), W("getenv"), W("env."), W("env["), W("secrets."), W("vault:"), \
	W("config."), W("settings."), W("null"), W("none"), W("undefined"), W("empty"), W("unset"), W("n/a")
/* clang-format on */

const struct slice words_examples[] = {FILLERS, TRIALS, W("null"), W("undefined")};
const struct slice words_placeholders[] = {FILLERS, TRIALS, ABSENT};
const struct slice words_fillers[] = {FILLERS, ABSENT};

static const struct word_list lists[] = {
	{"examples", words_examples, sizeof(words_examples) / sizeof(*words_examples)},
	{"placeholders", words_placeholders, sizeof(words_placeholders) / sizeof(*words_placeholders)},
	{"fillers", words_fillers, sizeof(words_fillers) / sizeof(*words_fillers)},
};

#define NLISTS (sizeof(lists) / sizeof(*lists))

const struct word_list *
word_list_by_name(struct slice name)
{
	for (size_t i = 0; i < NLISTS; i++)
		if (slice_eq_str(name, lists[i].name))
			return &lists[i];
	return NULL;
}

const char *
word_list_names(void)
{
	return "examples, placeholders, fillers";
}
