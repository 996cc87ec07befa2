using System.Security.Cryptography;
using System.Text;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Writes;

/// <summary>Reads the Idempotency-Key of a POST and takes the request's fingerprint before it is bound.</summary>
public sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.TryGetValue(Header, out var values)
            ? FingerprintAsync(http, values.ToString())
            : next(http);

    private async Task FingerprintAsync(HttpContext http, string key)
    {
        if (key.Length is 0 or > MaxLength || key.Any(letter => letter is < ' ' or > '~'))
        {
            await Problems.Of(
                new Refusal.Invalid(Header, $"must be 1 to {MaxLength} visible ASCII characters, such as a UUID."),
                    http)
                .ExecuteAsync(http);
            return;
        }

        var request = http.Request;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        request.Body.Position = 0;
        http.Features.Set(new IdempotentRequest(key, hash.GetHashAndReset()));
        await next(http);
    }
}
