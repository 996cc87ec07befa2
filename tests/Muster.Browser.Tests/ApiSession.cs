using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Muster.Browser.Tests;

/// <summary>Somebody signed in without a browser: what happens elsewhere while a page is open.</summary>
public sealed class ApiSession : IDisposable
{
    private const string Root = "/api/v2/wfm";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _node;

    private ApiSession(Uri node)
    {
        _node = node;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = node };
    }

    /// <summary>The cookie that speaks for this session; a browser that has it is signed in.</summary>
    public Cookie Cookie => _cookies.GetCookies(_node).Single();

    public static async Task<ApiSession> SignInAsync(Uri node, string userName, string password)
    {
        var session = new ApiSession(node);
        await session.PostAsync("/session", new { user_name = userName, password });
        return session;
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body, null);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body, null);

    public Task<JsonElement> PutAsync(string path, long version, object body) =>
        SendAsync(HttpMethod.Put, path, body, version);

    public Task<JsonElement> PatchAsync(string path, long version, object body) =>
        SendAsync(HttpMethod.Patch, path, body, version);

    /// <summary>Sends lines of a source, as a telephone system does.</summary>
    public Task<JsonElement> TellAsync(string path, string lines)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return SendAsync(HttpMethod.Post, path, content, null);
    }

    public Task<JsonElement> SignOutAsync() => SendAsync(HttpMethod.Delete, "/session", null, null);

    public void Dispose() => _http.Dispose();

    private Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, long? version) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body), version);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, long? version)
    {
        using var request = new HttpRequestMessage(method, new Uri(Root + path, UriKind.Relative));
        request.Content = content;
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
