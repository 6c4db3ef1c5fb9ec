void freed_twice(char *text, FILE *file)
{
	free(text);
	// ruleid: c-freed-twice
	free(text);
	fclose(file);
	// ruleid: c-freed-twice
	fclose(file);
}

void freed_once(char *text, int failed)
{
	if (failed) {
		free(text);
		return;
	}
	// ok: c-freed-twice
	free(text);
	text = strdup("again");
	// ok: c-freed-twice
	free(text);
}

void freed_at_exit(FILE *file, int failed)
{
	if (failed) {
		fclose(file);
		exit(1);
	}
	// ok: c-freed-twice
	fclose(file);
}

int freed_at_label(char *text, int failed)
{
	if (failed) {
		free(text);
		goto out;
	}
	// ok: c-freed-twice
	free(text);
out:
	return failed;
}

void freed_list(struct node *head)
{
	struct node *next;
	while (head) {
		next = head->next;
		// ok: c-freed-twice
		free(head);
		head = next;
	}
}

int used_after_free(struct request *request)
{
	free(request);
	// ruleid: c-used-after-free
	return request->status;
}

void used_after_delete(char *name)
{
	delete[] name;
	// ruleid: c-used-after-free
	printf("%s\n", name);
}

int used_before_free(struct request *request)
{
	// ok: c-used-after-free
	int status = request->status;
	free(request);
	request = NULL;
	return status;
}

void renewed_after_free(char *name)
{
	free(name);
	name = strdup("x");
	// ok: c-used-after-free
	printf("%s\n", name);
}

void no_heap(void)
{
	char line[80];
	int value = 3;
	char *end = line;
	char *block = (char *)malloc(80);
	int *place = &value;
	// ruleid: c-free-of-no-heap
	free(end);
	// ruleid: c-free-of-no-heap
	free(place);
	// ok: c-free-of-no-heap
	free(block);
}

void maybe_heap(size_t size)
{
	char small[80], *text = small;
	if (size > sizeof small)
		text = (char *)malloc(size);
	if (text != small)
		// ok: c-free-of-no-heap
		free(text);
}

void no_heap_either(void)
{
	char *scratch = (char *)alloca(80);
	// ruleid: c-free-of-no-heap
	free(scratch);
	char *copy = strdup("x");
	// ok: c-free-of-no-heap
	free(copy);
}

void release(void)
{
	int *many = new int[10];
	int *one = new int;
	char *plain = (char *)malloc(10);
	// ruleid: cpp-release-does-not-fit
	delete many;
	// ruleid: cpp-release-does-not-fit
	free(one);
	// ruleid: cpp-release-does-not-fit
	delete[] plain;
}

void release_right(void)
{
	int *many = new int[10];
	int *one = new int(5);
	char *plain = (char *)malloc(10);
	// ok: cpp-release-does-not-fit
	delete[] many;
	// ok: cpp-release-does-not-fit
	delete one;
	// ok: cpp-release-does-not-fit
	free(plain);
}

void moved(const char *from)
{
	char *text;
	// ruleid: c-moved-pointer-freed
	text = strdup(from);
	text++;
	free(text);
}

void moved_far(const char *from)
{
	char *text;
	// ruleid: c-moved-pointer-freed
	text = strdup(from);
	text += 2;
	puts(text);
	free(text);
}

void moved_copy(const char *from)
{
	char *text, *at;
	// ok: c-moved-pointer-freed
	text = strdup(from);
	at = text;
	at++;
	free(text);
}

void moved_back(const char *from)
{
	char *text, *start;
	// ok: c-moved-pointer-freed
	start = strdup(from);
	for (text = start; *text; text++) {
		*text = 'x';
	}
	free(start);
}

char *local_array(void)
{
	char name[20];
	snprintf(name, sizeof name, "%d", 3);
	// ruleid: c-returns-local-array
	return name;
}

char *local_text(void)
{
	char name[] = "fixed";
	// ruleid: c-returns-local-array
	return name;
}

char *static_array(void)
{
	// ok: c-returns-local-array
	static char name[20];
	return name;
}

int local_value(void)
{
	// ok: c-returns-local-array
	int values[2] = {1, 2};
	return values[0];
}

void not_tested(const char *path)
{
	struct request *request = (struct request *)malloc(sizeof *request);
	// ruleid: c-result-not-tested
	request->status = 1;
	FILE *file = fopen(path, "r");
	char line[80];
	// ruleid: c-result-not-tested
	while (fgets(line, 80, file))
		puts(line);
}

int tested(const char *path)
{
	struct request *request = (struct request *)malloc(sizeof *request);
	if (request == NULL)
		return -1;
	// ok: c-result-not-tested
	request->status = 1;
	FILE *file;
	if ((file = fopen(path, "r")) == NULL)
		return -1;
	char line[80];
	// ok: c-result-not-tested
	while (fgets(line, 80, file))
		puts(line);
	char *copy = strdup(line);
	if (copy)
		// ok: c-result-not-tested
		copy[0] = 'x';
	return 0;
}

int null_wrong(struct request *request, struct user *user)
{
	// ruleid: c-null-test-wrong
	if (request == NULL && request->status == 0)
		return 1;
	// ruleid: c-null-test-wrong
	if (user != NULL || user->name[0] == 'x')
		return 1;
	// ok: c-null-test-wrong
	if (request == NULL || request->status == 0)
		return 1;
	// ok: c-null-test-wrong
	if (user != NULL && user->name[0] == 'x')
		return 1;
	return 0;
}

int tested_late(struct request *request, int *count)
{
	// ruleid: c-tested-after-use
	int status = request->status;
	if (request == NULL)
		return -1;
	// ruleid: c-tested-after-use
	*count = 0;
	if (count != NULL)
		*count = 1;
	return status;
}

int tested_early(struct request *request, struct user *user)
{
	if (request == NULL)
		return -1;
	// ok: c-tested-after-use
	int status = request->status;
	if (user == NULL)
		return -1;
	// ok: c-tested-after-use
	int age = user->age;
	return status + age;
}

void lengths(const char *text)
{
	char *copy;
	// ruleid: c-length-without-terminator
	copy = malloc(strlen(text));
	// ruleid: c-length-without-terminator
	copy = new char[strlen(text)];
	// ok: c-length-without-terminator
	copy = malloc(strlen(text) + 1);
	// ok: c-length-without-terminator
	copy = strdup(text);
}

void sizes(char *target, const char *source)
{
	struct request *request;
	// ruleid: c-size-of-pointer
	request = malloc(sizeof(request));
	// ruleid: c-size-of-pointer
	memset(target, 0, sizeof(target));
	// ok: c-size-of-pointer
	request = malloc(sizeof(*request));
	char line[80];
	// ok: c-size-of-pointer
	memset(line, 0, sizeof(line));
	// ok: c-size-of-pointer
	memset(&request, 0, sizeof(request));
}

void bytes(char *buffer, size_t size)
{
	// ruleid: c-memset-length-zero
	memset(buffer, size, 0);
	// ruleid: c-memset-length-zero
	memset(buffer, sizeof(struct request), 0);
	// ok: c-memset-length-zero
	memset(buffer, 0, size);
	// ok: c-memset-length-zero
	memset(buffer, 0, 0);
}

void ends(const char *from)
{
	char line[80], other[20];
	// ruleid: c-write-behind-array
	line[sizeof(line)] = 0;
	// ok: c-write-behind-array
	line[sizeof(line) - 1] = 0;
	for (int i = 0; i < 20; i++) {
		// ok: c-write-behind-array
		other[i] = 0;
	}
}

void ends_behind(void)
{
	int values[20];
	int i;
	// ruleid: c-write-behind-array
	for (i = 0; i <= 20; i++) {
		values[i] = 0;
	}
}

void copies(const char *from)
{
	char line[80];
	char other[80];
	// ruleid: c-copy-without-terminator
	strncpy(line, from, sizeof(line));
	use(line);
	// ok: c-copy-without-terminator
	strncpy(other, from, sizeof(other));
	other[sizeof(other) - 1] = 0;
	// ok: c-copy-without-terminator
	strncpy(line, "fixed", sizeof(line));
	// ok: c-copy-without-terminator
	snprintf(line, sizeof(line), "%s", from);
}

void copies_fixed(const char *from)
{
	// ruleid: c-copy-without-terminator
	char line[80];
	strncpy(line, from, 80);
	use(line);
}

void iterate(std::vector<int> &values, std::vector<int> &others)
{
	for (int value : values) {
		if (value < 0)
			// ruleid: cpp-changed-while-iterated
			values.push_back(-value);
	}
	for (auto &value : others) {
		// ruleid: cpp-changed-while-iterated
		others.erase(others.begin());
	}
	for (int value : values) {
		// ok: cpp-changed-while-iterated
		others.push_back(value);
	}
	for (auto &value : others) {
		// ok: cpp-changed-while-iterated
		values.clear();
	}
}

void texts(const std::string &name, int number)
{
	// ruleid: cpp-text-of-temporary
	const char *a = std::to_string(number).c_str();
	// ruleid: cpp-text-of-temporary
	const char *b = (name + "x").c_str();
	// ok: cpp-text-of-temporary
	const char *c = name.c_str();
	// ok: cpp-text-of-temporary
	std::string d = std::to_string(number);
}
