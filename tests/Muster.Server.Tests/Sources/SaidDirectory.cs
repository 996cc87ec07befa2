using System.Net;
using System.Text;

namespace Muster.Server.Tests.Sources;

/// <summary>A directory that says what the test lets it say.</summary>
internal sealed class SaidDirectory(HttpStatusCode status, HttpContent content) : HttpMessageHandler
{
    public TimeSpan? RetryAfter { get; init; }

    public static SaidDirectory Lines(params string[] lines) =>
        new(HttpStatusCode.OK, new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"));

    public static SaidDirectory Json(string text) =>
        new(HttpStatusCode.OK, new StringContent(text, Encoding.UTF8, "application/json"));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new HttpResponseMessage(status) { Content = content, RequestMessage = request };
        if (RetryAfter is { } after)
        {
            answer.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(after);
        }

        return Task.FromResult(answer);
    }
}
