using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Api.Json;
using Muster.Server.Api.Writes;
using Muster.Server.Commands;

namespace Muster.Server.Demo;

/// <summary>Somebody who is signed in at a node, over HTTP, as any other program.</summary>
internal sealed class CentreClient : IDisposable
{
    private const int MostTries = 20;

    private static readonly TimeSpan UsualPause = TimeSpan.FromMilliseconds(500);

    // The longest is the import of a year of calls on a machine that is busy with other things.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string DemoAdvice =
        "Maybe begin anew with muster demo --reset, or look around without a centre: muster demo --accounts-only.";

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private string _advice = DemoAdvice;

    private CentreClient(IReadOnlyList<Uri> nodes, TimeProvider time) =>
        (_http, _time) = (NodeChain.Client(nodes, Patience), time);

    /// <param name="nodes">The others are asked when the first does not answer.</param>
    /// <returns>Null: the name or the password is not known there, any more.</returns>
    public static async Task<CentreClient?> SignInAsync(
        IReadOnlyList<Uri> nodes, string userName, string password, TimeProvider time, CancellationToken token)
    {
        var client = new CentreClient(nodes, time);
        using var answer = await client.SendAsync(
            HttpMethod.Post, "/session", Json(new SignInBody(userName, password)), null, token);
        if (answer.IsSuccessStatusCode)
        {
            return client;
        }

        client.Dispose();
        return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? null
            : throw await client.RefusalAsync(HttpMethod.Post, "/session", answer, token);
    }

    /// <summary>A program with its credentials instead of a person.</summary>
    /// <exception cref="StartRefusedException">They are refused, or the node does not answer.</exception>
    public static async Task<CentreClient> EnterAsync(
        Uri node, (string Client, string Secret) credentials, TimeProvider time, CancellationToken token)
    {
        var client = new CentreClient([node], time) { _advice = "Maybe look at docs/first-hour.md." };
        try
        {
            await new NodeSignIn(client._http, credentials.Client, credentials.Secret).EnsureAsync(token);
            return client;
        }
        catch (HttpRequestException gone)
        {
            client.Dispose();
            throw new StartRefusedException(
                $"{node} does not answer: {gone.Message}", "Maybe start a node: muster serve, or name another --url.",
                gone);
        }
    }

    public async Task SignOutAsync(CancellationToken token)
    {
        using var answer = await SendAsync(HttpMethod.Delete, "/session", null, null, token);
    }

    public Task<T> GetAsync<T>(string path, CancellationToken token) =>
        AskAsync<T>(HttpMethod.Get, path, null, null, token);

    public Task<T> PostAsync<T>(string path, object body, CancellationToken token) =>
        AskAsync<T>(HttpMethod.Post, path, Json(body), null, token);

    public Task<T> PostTextAsync<T>(string path, string csv, CancellationToken token) =>
        AskAsync<T>(HttpMethod.Post, path, (csv, "text/csv"), null, token);

    /// <param name="version">That is to be changed.</param>
    public Task<T> PatchAsync<T>(string path, object body, long version, CancellationToken token) =>
        AskAsync<T>(HttpMethod.Patch, path, Json(body), version, token);

    /// <param name="version">That is to be changed; null: none is asked for.</param>
    public async Task PutAsync(string path, object body, long? version, CancellationToken token)
    {
        using var answer = await SendAsync(HttpMethod.Put, path, Json(body), version, token);
        if (!answer.IsSuccessStatusCode)
        {
            throw await RefusalAsync(HttpMethod.Put, path, answer, token);
        }
    }

    public void Dispose() => _http.Dispose();

    private static (string Text, string Type) Json(object body) => (ApiJson.Text(body), "application/json");

    private async Task<T> AskAsync<T>(
        HttpMethod method, string path, (string Text, string Type)? body, long? version, CancellationToken token)
    {
        using var answer = await SendAsync(method, path, body, version, token);
        return answer.IsSuccessStatusCode
            ? (await JsonSerializer.DeserializeAsync<T>(
                await answer.Content.ReadAsStreamAsync(token), ApiJson.Options, token))!
            : throw await RefusalAsync(method, path, answer, token);
    }

    // A node that is busy, or whose database is away for a moment, says when to come again.
    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, (string Text, string Type)? body, long? version, CancellationToken token)
    {
        var key = Guid.CreateVersion7(_time.GetUtcNow()).ToString();
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(method, new Uri(ApiRoot.Path + path, UriKind.Relative));
            request.Content = body is var (text, type) ? new StringContent(text, Encoding.UTF8, type) : null;
            if (method == HttpMethod.Post)
            {
                request.Headers.Add(IdempotencyMiddleware.Header, key);
            }

            if (version is { } known)
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue(EntityTag.Of(known)));
            }

            var answer = await AnswerAsync(request, token);
            var isBusy = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
            if (!isBusy || tries == MostTries)
            {
                return answer;
            }

            var pause = answer.Headers.RetryAfter?.Delta ?? UsualPause;
            answer.Dispose();
            await Task.Delay(pause, _time, token);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken token)
    {
        try
        {
            return await _http.SendAsync(request, token);
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
        {
            token.ThrowIfCancellationRequested();
            throw new StartRefusedException(
                $"{_http.BaseAddress} does not answer: {gone.Message}", "Maybe start the demonstration again.", gone);
        }
    }

    private async Task<StartRefusedException> RefusalAsync(
        HttpMethod method, string path, HttpResponseMessage answer, CancellationToken token)
    {
        var said = await answer.Content.ReadAsStringAsync(token);
        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? JsonSerializer.Deserialize<ApiProblem>(said, ApiJson.Options)
            : null;
        var fields = (problem?.Errors ?? []).Select(error => $" {error.Field}: {error.Message}");
        var why = (problem?.Detail ?? said).Split('\n')[0];
        return new StartRefusedException(
            string.Create(CultureInfo.InvariantCulture,
                $"{method} {path} was answered with {(int)answer.StatusCode}: {why}{string.Concat(fields)}"),
            _advice);
    }
}
