#include <string.h>

void files(const char *path)
{
	// ruleid: c-file-made-without-mode
	int a = open(path, O_WRONLY | O_CREAT);
	// ok: c-file-made-without-mode
	int b = open(path, O_WRONLY | O_CREAT, 0600);
	// ok: c-file-made-without-mode
	int c = open(path, O_RDONLY);
	// ruleid: c-result-shared-by-threads
	struct tm *t = localtime(&now);
	// ok: c-result-shared-by-threads
	localtime_r(&now, &tm);
	// ruleid: c-rights-for-everybody
	SetSecurityDescriptorDacl(&sd, TRUE, NULL, FALSE);
	// ok: c-rights-for-everybody
	SetSecurityDescriptorDacl(&sd, TRUE, list, FALSE);
	// ruleid: c-xml-entities-followed
	xmlDocPtr d = xmlReadFile(path, NULL, XML_PARSE_NOENT);
	// ok: c-xml-entities-followed
	xmlDocPtr e = xmlReadFile(path, NULL, XML_PARSE_NONET);
}

void reads()
{
	char word[10];
	// ruleid: cpp-word-read-into-array
	std::cin >> word;
	std::string text;
	// ok: cpp-word-read-into-array
	std::cin >> text;
	// ruleid: c-page-from-environment
	printf("<p>%s</p>", getenv("QUERY_STRING"));
	// ok: c-page-from-environment
	printf("<p>%s</p>", "nothing");
	// ok: c-page-from-environment
	printf("<p>%s</p>", escape(text));
}

void secrets(FILE *file, char *password, size_t used, size_t size)
{
	// ruleid: c-secret-stored-plain
	fputs(password, file);
	// ruleid: c-secret-stored-plain
	send(fd, password, strlen(password), 0);
	// ok: c-secret-stored-plain
	fputs(password_hash, file);
	// ruleid: c-address-plain
	curl_easy_setopt(h, CURLOPT_URL, "http://api.example.org/a");
	// ok: c-address-plain
	curl_easy_setopt(h, CURLOPT_URL, "https://api.example.org/a");
	// ruleid: c-difference-never-negative
	if (size - used > 0)
		work();
	// ok: c-difference-never-negative
	if (size > used)
		work();
	// ruleid: c-library-found-by-name
	LoadLibrary("helper.dll");
	// ruleid: c-library-found-by-name
	execlp("ls", "ls", (char *)0);
	// ok: c-library-found-by-name
	execlp("/bin/ls", "ls", (char *)0);
	// ruleid: c-environment-decides-access
	if (getenv("IS_ADMIN") != NULL)
		work();
	// ok: c-environment-decides-access
	if (getenv("LANG") != NULL)
		work();
}
