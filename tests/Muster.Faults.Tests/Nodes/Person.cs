using System.Net;
using System.Text;
using System.Text.Json;

namespace Muster.Faults.Tests.Nodes;

/// <summary>Somebody who signs in at one node and may then ask any.</summary>
internal sealed class Person : IDisposable
{
    private const string Api = "/api/v2/wfm";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private string? _cookie;

    public static async Task<Person> SignInAsync(Uri node, string userName, string password)
    {
        var person = new Person();
        var answer = await person.PostAsync(node, "/session", new { user_name = userName, password });
        person._cookie = answer.Is(HttpStatusCode.OK).Cookie!.Split(';')[0];
        return person;
    }

    /// <summary>Signs in with a first password, which has to be changed before anything else.</summary>
    public static async Task<Person> SignInFirstAsync(Uri node, string userName, string firstPassword)
    {
        const string Next = "correct horse battery";
        using var first = await SignInAsync(node, userName, firstPassword);
        (await first.PostAsync(
            node, "/session/password", new { current_password = firstPassword, new_password = Next }))
            .Is(HttpStatusCode.NoContent);
        return await SignInAsync(node, userName, Next);
    }

    public Task<Answer> GetAsync(Uri node, string path) => SendAsync(HttpMethod.Get, node, path, null, null);

    public Task<Answer> PostAsync(Uri node, string path, object body) =>
        SendAsync(HttpMethod.Post, node, path, Json(body), null);

    public Task<Answer> PutAsync(Uri node, string path, object body, int version) =>
        SendAsync(HttpMethod.Put, node, path, Json(body), $"\"{version}\"");

    /// <summary>Lines of JSON, as sources send them.</summary>
    public Task<Answer> PostLinesAsync(Uri node, string path, IEnumerable<string> lines) => SendAsync(
        HttpMethod.Post, node, path,
        new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"), null);

    public Task<Answer> PatchAsync(Uri node, string path, object body, int version) =>
        SendAsync(HttpMethod.Patch, node, path, Json(body), $"\"{version}\"");

    public void Dispose() => _http.Dispose();

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private async Task<Answer> SendAsync(
        HttpMethod method, Uri node, string path, HttpContent? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, new Uri(node, Api + path)) { Content = body };
        if (_cookie is not null)
        {
            request.Headers.Add("Cookie", _cookie);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await _http.SendAsync(request);
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.First() : null;
        return new Answer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), cookie);
    }
}
