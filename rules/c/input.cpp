int commands(int connection, char **argv)
{
	char name[80], command[200];
	recv(connection, name, sizeof(name), 0);
	snprintf(command, sizeof(command), "tar xf %s", name);
	// ruleid: c-command-from-input
	system(command);
	// ruleid: c-command-from-input
	FILE *pipe = popen(argv[1], "r");
	// ok: c-command-from-input
	system("sync");
	// ok: c-command-from-input
	execvp(argv[0], argv);
	return 0;
}

void commands_fixed(int verbose)
{
	char command[200];
	snprintf(command, sizeof(command), "tar %s", verbose ? "v" : "");
	// ok: c-command-from-input
	system(command);
}

void paths(int connection)
{
	char name[80], path[200];
	recv(connection, name, sizeof(name), 0);
	snprintf(path, sizeof(path), "/srv/files/%s", name);
	// ruleid: c-path-from-network
	FILE *file = fopen(path, "r");
	// ruleid: c-path-from-network
	unlink(path);
}

void paths_checked(int connection, const char *given)
{
	char name[80];
	SSL_read(connection, name, sizeof(name));
	if (strstr(name, "..") != NULL)
		return;
	// ok: c-path-from-network
	FILE *file = fopen(name, "r");
	// ok: c-path-from-network
	FILE *other = fopen(given, "r");
}

void paths_local(FILE *list)
{
	char line[80];
	if (fgets(line, sizeof(line), list) == NULL)
		return;
	// ruleid: c-path-from-input
	FILE *file = fopen(line, "r");
	const char *home = getenv("APP_HOME");
	// ruleid: c-path-from-input
	int fd = open(home, O_RDONLY);
	// ok: c-path-from-input
	FILE *fixed = fopen("/etc/app.conf", "r");
	// ok: c-path-from-input
	FILE *below = fopen(basename(line), "r");
}

void formats(FILE *file, char **argv)
{
	char line[80], copy[80];
	fgets(line, sizeof(line), file);
	// ruleid: c-format-from-input
	printf(line);
	strcpy(copy, line);
	// ruleid: c-format-from-input
	syslog(LOG_INFO, copy);
	// ruleid: c-format-from-input
	fprintf(stderr, argv[1]);
	// ok: c-format-from-input
	printf("%s", line);
	// ok: c-format-from-input
	syslog(LOG_INFO, "%s", copy);
}

void sizes(int connection)
{
	int many;
	recv(connection, &many, sizeof(many), 0);
	// ruleid: c-allocation-from-input
	int *values = (int *)malloc(many * sizeof(int));
	// ruleid: c-allocation-from-input
	char *text = new char[many];
	if (many > 100)
		return;
	// ok: c-allocation-from-input
	int *few = (int *)malloc(many * sizeof(int));
	// ok: c-allocation-from-input
	char *fixed = new char[100];
}

void lengths(FILE *file, char *target, const char *source)
{
	int length;
	fscanf(file, "%d", &length);
	// ruleid: c-length-from-input
	// ruleid: c-negative-from-input
	memcpy(target, source, length);
	if (length < 80) {
		// ok: c-length-from-input
		// ruleid: c-negative-from-input
		memcpy(target, source, length);
	}
	if (length >= 0 && length < 80) {
		// ok: c-length-from-input
		// ok: c-negative-from-input
		memcpy(target, source, length);
	}
	// ok: c-length-from-input
	// ok: c-negative-from-input
	memcpy(target, source, strlen(source));
}

int indexes(FILE *file, const int *values, const char *text)
{
	int at, there;
	fscanf(file, "%d", &at);
	// ruleid: c-index-from-input
	int first = values[at];
	there = atoi(text);
	// ruleid: c-index-from-input
	first += values[there];
	if (at < 10 && there < 10)
		// ok: c-index-from-input
		first += values[at] + values[there];
	// ok: c-index-from-input
	return first + values[atoi(text) % 10];
}

int sums(FILE *file)
{
	int number, other;
	fscanf(file, "%d", &number);
	// ruleid: c-arithmetic-from-input
	int doubled = number * 2;
	// ruleid: c-arithmetic-from-input
	number++;
	fscanf(file, "%d", &other);
	if (other < 1000)
		// ok: c-arithmetic-from-input
		doubled = other * 2;
	// ok: c-arithmetic-from-input
	doubled = fixed + 1;
	return doubled;
}

void narrow(FILE *file)
{
	int number, other;
	fscanf(file, "%d", &number);
	// ruleid: c-narrowed-from-input
	short small = (short)number;
	// ruleid: c-narrowed-from-input
	uint8_t smaller = (uint8_t)number;
	fscanf(file, "%d", &other);
	if (other > 200)
		return;
	// ok: c-narrowed-from-input
	smaller = (uint8_t)other;
	// ok: c-narrowed-from-input
	long wide = (long)number;
}

void assertions(FILE *file, const char *name)
{
	int number;
	fscanf(file, "%d", &number);
	// ruleid: c-assert-on-input
	assert(number > 0);
	char line[80];
	fgets(line, sizeof(line), file);
	// ruleid: c-assert-on-input
	assert(line[0] == '#');
	// ok: c-assert-on-input
	assert(name != NULL);
	// ok: c-assert-on-input
	assert(sizeof(int) == 4);
}

int divide(FILE *file, int total)
{
	int parts, others;
	fscanf(file, "%d", &parts);
	// ruleid: c-divisor-from-input
	int each = total / parts;
	// ruleid: c-divisor-from-input
	each += total % parts;
	fscanf(file, "%d", &others);
	if (others != 0)
		// ok: c-divisor-from-input
		each = total / others;
	// ok: c-divisor-from-input
	return each / 2;
}

void repeat(FILE *file)
{
	int seconds, rounds, i;
	fscanf(file, "%d", &seconds);
	// ruleid: c-repeat-from-input
	sleep(seconds);
	fscanf(file, "%d", &rounds);
	// ruleid: c-repeat-from-input
	for (i = 0; i < rounds; i++)
		work();
	if (seconds < 60)
		// ok: c-repeat-from-input
		sleep(seconds);
	// ok: c-repeat-from-input
	sleep(1);
}

void libraries(void)
{
	const char *plugin = getenv("APP_PLUGIN");
	// ruleid: c-library-from-input
	void *a = dlopen(plugin, RTLD_NOW);
	char path[200];
	snprintf(path, sizeof(path), "%s/plugin.so", plugin);
	// ruleid: c-library-from-input
	void *b = dlopen(path, RTLD_NOW);
	// ok: c-library-from-input
	void *c = dlopen("/usr/lib/app/plugin.so", RTLD_NOW);
	// ok: c-library-from-input
	void *d = dlopen(NULL, RTLD_NOW);
}

void environment(FILE *file)
{
	char line[80];
	fgets(line, sizeof(line), file);
	// ruleid: c-environment-from-input
	putenv(line);
	// ruleid: c-environment-from-input
	setenv("PATH", line, 1);
	// ok: c-environment-from-input
	setenv("LANG", "C", 1);
	// ok: c-environment-from-input
	unsetenv("IFS");
}

void directory(LDAP *ldap, int connection)
{
	char name[80], filter[200];
	recv(connection, name, sizeof(name), 0);
	snprintf(filter, sizeof(filter), "(cn=%s)", name);
	// ruleid: c-filter-from-input
	ldap_search_ext_s(ldap, "base", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 10, &result);
	// ruleid: c-filter-from-input
	ldap_search_s(ldap, "base", LDAP_SCOPE_SUBTREE, name, NULL, 0, &result);
	// ok: c-filter-from-input
	ldap_search_s(ldap, "base", LDAP_SCOPE_SUBTREE, "(objectClass=*)", NULL, 0, &result);
	// ok: c-filter-from-input
	ldap_search_s(ldap, name, LDAP_SCOPE_SUBTREE, "(objectClass=*)", NULL, 0, &result);
}

void statements(sqlite3 *db, PGconn *server, MYSQL *mysql, const char *name, int number)
{
	char sql[300], counted[300];
	snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = '%s'", name);
	// ruleid: c-sql-built
	sqlite3_exec(db, sql, NULL, NULL, NULL);
	// ruleid: c-sql-built
	PGresult *a = PQexec(server, sql);
	std::string text = "DELETE FROM users WHERE name = '" + std::string(name) + "'";
	// ruleid: c-sql-built
	mysql_query(mysql, text.c_str());
	snprintf(counted, sizeof(counted), "SELECT * FROM users WHERE id = %d", number);
	// ok: c-sql-built
	sqlite3_exec(db, counted, NULL, NULL, NULL);
	// ok: c-sql-built
	PGresult *b = PQexecParams(server, "SELECT * FROM users WHERE name = $1", 1, NULL, values, NULL, NULL, 0);
	// ok: c-sql-built
	mysql_query(mysql, "SELECT 1");
}
