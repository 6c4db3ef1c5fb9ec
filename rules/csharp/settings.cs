using System.Net.Security;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

public class Cookies : Controller
{
	public void Old(string id)
	{
		var plain = new HttpCookie("sid", id);
		// ruleid: csharp-cookie-property-off
		plain.Secure = false;
		// ruleid: csharp-cookie-property-off
		plain.HttpOnly = false;
		// ok: csharp-cookie-property-off
		plain.Secure = true;
		var window = new Settings();
		// ok: csharp-cookie-property-off
		window.Secure = false;
	}

	public void New(string id, CookieOptions options)
	{
		// ruleid: csharp-same-site-none
		options.SameSite = SameSiteMode.None;
		// ok: csharp-same-site-none
		options.SameSite = SameSiteMode.Lax;
		// ruleid: csharp-same-site-none
		var open = new CookieOptions { Secure = true, SameSite = SameSiteMode.None };
		// ok: csharp-same-site-none
		var closed = new CookieOptions { Secure = true, SameSite = SameSiteMode.Strict };
	}

	// ruleid: csharp-request-size-unlimited
	[DisableRequestSizeLimit]
	public IActionResult Any(IFormFile file) => Ok();

	// ok: csharp-request-size-unlimited
	[RequestSizeLimit(1048576)]
	public IActionResult Some(IFormFile file) => Ok();
}

public class Startup
{
	public void Configure(DbContextOptionsBuilder builder, AntiforgeryOptions antiforgery, IdentityOptions identity)
	{
		// ruleid: csharp-protection-switched-off
		builder.EnableSensitiveDataLogging();
		// ruleid: csharp-protection-switched-off
		antiforgery.SuppressXFrameOptionsHeader = true;
		// ok: csharp-protection-switched-off
		antiforgery.SuppressXFrameOptionsHeader = false;
		// ruleid: csharp-protection-switched-off
		identity.Lockout.AllowedForNewUsers = false;
		// ruleid: csharp-protection-switched-off
		IdentityModelEventSource.ShowPII = true;
		if (environment.IsDevelopment())
		{
			// ok: csharp-protection-switched-off
			builder.EnableSensitiveDataLogging();
		}
	}

	public void Limits(KestrelServerOptions options)
	{
		// ruleid: csharp-request-size-unlimited
		options.Limits.MaxRequestBodySize = null;
		// ok: csharp-request-size-unlimited
		options.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
	}
}

public class Box
{
	// ruleid: csharp-key-in-field
	private static readonly byte[] AesKey = Encoding.UTF8.GetBytes("bd81ceda6ef0a2ff");

	// ok: csharp-key-in-field
	private static readonly byte[] Header = Encoding.UTF8.GetBytes("box-file-version");

	private readonly byte[] _key;

	public Box(IConfiguration configuration)
	{
		// ok: csharp-key-in-field
		_key = Convert.FromBase64String(configuration["Box:Key"]);
	}

	public bool Same(byte[] body, byte[] mac, byte[] given, byte[] expectedHash)
	{
		// ruleid: csharp-mac-compared-early-exit
		var a = mac.SequenceEqual(given);
		// ruleid: csharp-mac-compared-early-exit
		var b = given.SequenceEqual(expectedHash);
		// ok: csharp-mac-compared-early-exit
		var c = CryptographicOperations.FixedTimeEquals(mac, given);
		// ok: csharp-mac-compared-early-exit
		return body.SequenceEqual(given);
	}
}

public class Peers
{
	private static bool Any(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
	{
		// ruleid: csharp-certificate-callback-accepts
		return true;
	}

	private static bool Good(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
	{
		// ok: csharp-certificate-callback-accepts
		return errors == SslPolicyErrors.None;
	}

	private static bool Pinned(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
	{
		if (certificate.GetCertHashString() == Pin)
		{
			// ok: csharp-certificate-callback-accepts
			return true;
		}
		return false;
	}

	public string Token(JwtBuilder builder)
	{
		// ruleid: csharp-token-without-signature
		var none = builder.WithAlgorithm(new NoneAlgorithm()).Encode();
		// ok: csharp-token-without-signature
		return builder.WithAlgorithm(new HMACSHA256Algorithm()).WithSecret(secret).Encode();
	}

	public object Read(byte[] data)
	{
		// ruleid: csharp-objects-of-any-type
		var any = MessagePackSerializer.Typeless.Deserialize(data);
		// ok: csharp-objects-of-any-type
		return MessagePackSerializer.Deserialize<Order>(data);
	}
}
