namespace Shop
{
	public class More
	{
		void Cookies(HttpResponse response, string id)
		{
			var open = new HttpCookie("sid", id);
			open.Secure = true;
			// ruleid: csharp-cookie-script-readable
			response.Cookies.Add(open);
			var closed = new HttpCookie("sid", id);
			closed.HttpOnly = true;
			// ok: csharp-cookie-script-readable
			response.Cookies.Add(closed);
			// ruleid: csharp-cookie-script-readable, csharp-cookie-over-http
			response.Cookies.Append("auth", id);
			// ok: csharp-cookie-script-readable, csharp-cookie-over-http
			response.Cookies.Append("theme", "dark");
		}

		void Options(HttpResponse response, string id)
		{
			var options = new CookieOptions();
			options.HttpOnly = true;
			options.Secure = true;
			// ok: csharp-cookie-script-readable, csharp-cookie-over-http
			response.Cookies.Append("auth", id, options);
		}

		void LooseOptions(HttpResponse response, string id)
		{
			var options = new CookieOptions();
			// ruleid: csharp-cookie-script-readable, csharp-cookie-over-http
			response.Cookies.Append("auth", id, options);
		}

		void Files(string directory)
		{
			// ruleid: csharp-temporary-file-shared
			var a = Path.GetTempFileName();
			// ruleid: csharp-temporary-file-shared
			var b = Path.Combine(Path.GetTempPath(), "shop.lock");
			// ok: csharp-temporary-file-shared
			var c = Path.Combine(directory, Path.GetRandomFileName());
		}

		// ruleid: csharp-own-cryptography
		class Sum : HashAlgorithm
		{
		}

		// ok: csharp-own-cryptography
		class Sums : List<HashAlgorithm>
		{
		}

		void Expressions(string text)
		{
			// ruleid: csharp-regex-exponential
			var a = new Regex("^(a+)+$");
			// ok: csharp-regex-exponential
			var b = new Regex("^a+$");
		}

		void Documents(Stream stream, string path)
		{
			var loose = new XmlReaderSettings();
			loose.DtdProcessing = DtdProcessing.Parse;
			// ruleid: csharp-xml-parsed-with-dtd
			var a = XmlReader.Create(stream, loose);
			var strict = new XmlReaderSettings();
			strict.DtdProcessing = DtdProcessing.Prohibit;
			// ok: csharp-xml-parsed-with-dtd
			var b = XmlReader.Create(stream, strict);
		}

		void OldReader(string path)
		{
			// ruleid: csharp-text-reader-with-dtd
			var reader = new XmlTextReader(path);
			reader.Read();
		}

		void StrictReader(string path)
		{
			// ok: csharp-text-reader-with-dtd
			var reader = new XmlTextReader(path);
			reader.DtdProcessing = DtdProcessing.Prohibit;
		}

		void Mail(SmtpClient mail, string host)
		{
			// ruleid: csharp-transport-not-encrypted
			mail.EnableSsl = false;
			// ok: csharp-transport-not-encrypted
			mail.EnableSsl = true;
			// ruleid: csharp-http-address
			var a = new Uri("http://shop.example.com/prices");
			// ok: csharp-http-address
			var b = new Uri("https://shop.example.com/prices");
			// ok: csharp-http-address
			var c = new Uri("http://localhost:5000");
		}

		void Programs()
		{
			// ruleid: csharp-program-sought-in-path
			Process.Start("git", "gc");
			// ok: csharp-program-sought-in-path
			Process.Start("/usr/bin/git", "gc");
			// ok: csharp-program-sought-in-path
			Process.Start("https://example.com");
		}

		void Types(string text)
		{
			// ruleid: csharp-type-of-data-unknown
			var a = XamlReader.Parse(text);
			// ruleid: csharp-type-of-data-unknown
			var b = new XmlSerializer(Type.GetType(text));
			// ok: csharp-type-of-data-unknown
			var c = new XmlSerializer(typeof(More));
		}
	}
}
