using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;

namespace Muster.Server.Tests;

/// <summary>A browser or a program: it keeps cookies, and its bearer token if it has one.</summary>
public sealed class TestClient : IDisposable
{
    private readonly HttpClient _http;

    public TestClient(Uri address, SslClientAuthenticationOptions? tls = null)
    {
        var handler = new SocketsHttpHandler
        {
            CookieContainer = Cookies,
            AllowAutoRedirect = false,

            // Who asks before it sends waits for the answer, however busy the machine is.
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        };
        handler.SslOptions = tls ?? handler.SslOptions;
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public string? Bearer { get; set; }

    /// <summary>Signs in for the first time.</summary>
    /// <returns>The password that is chosen then.</returns>
    public async Task<string> SignInFirstAsync(string userName, string firstPassword)
    {
        const string Next = "a better one, really";
        (await PostAsync("/session", new { user_name = userName, password = firstPassword })).Is(HttpStatusCode.OK);
        (await PostAsync("/session/password", new { current_password = firstPassword, new_password = Next }))
            .Is(HttpStatusCode.NoContent);
        return Next;
    }

    public Task<TestAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<TestAnswer> PostAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(body), headers);

    public Task<TestAnswer> PutAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, Json(body), headers);

    public Task<TestAnswer> PatchAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, Json(body), headers);

    public Task<TestAnswer> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<TestAnswer> PostFormAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, path,
        new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <param name="path">Within the API, unless it begins with "//": then from the root.</param>
    public async Task<TestAnswer> SendAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var address = path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : ApiRoot.Path + path;
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        }

        using var answer = await _http.SendAsync(request);
        return new TestAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), HeadersOf(answer));
    }

    /// <summary>Fetches a file.</summary>
    public async Task<byte[]> FetchAsync(string path) =>
        await _http.GetByteArrayAsync(new Uri(ApiRoot.Path + path, UriKind.Relative));

    public void Dispose() => _http.Dispose();

    private static StringContent? Json(object? body) =>
        body is null ? null : new StringContent(
            body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
