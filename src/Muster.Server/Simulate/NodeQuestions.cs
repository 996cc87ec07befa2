using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Server.Api;
using Muster.Server.Api.Json;
using Muster.Server.Commands;

namespace Muster.Server.Simulate;

/// <summary>
/// Asks a node by its public API. A node that never answered is refused at once; one that did is waited for.
/// </summary>
internal sealed class NodeQuestions : IDisposable
{
    private const int MostItems = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    // A newer node may tell more than this program knows.
    private static readonly JsonSerializerOptions Json =
        new(ApiJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly TimeProvider _time;
    private readonly Action<string> _say;
    private readonly HttpClient _http;
    private readonly NodeSignIn _signIn;
    private bool _hasAnswered;

    public NodeQuestions(NodeLogin login, TimeProvider time, Action<string> say)
    {
        (_time, _say) = (time, say);
        _http = NodeChain.Client([login.Node, .. login.Others], Patience);
        _signIn = new NodeSignIn(_http, login.Client, login.Secret);
    }

    /// <exception cref="StartRefusedException">The node refuses, or is not there.</exception>
    public async Task<T> GetAsync<T>(string path, CancellationToken token) =>
        await FindAsync<T>(path, token) ?? throw new StartRefusedException(
            $"{_http.BaseAddress} does not show {path} to this client.", "Maybe it was just removed: try again.");

    /// <summary>Null: there is none, or none that the client may see.</summary>
    /// <exception cref="StartRefusedException">The node refuses, or is not there.</exception>
    public Task<T?> FindAsync<T>(string path, CancellationToken token) =>
        AskAsync<T>(() => new HttpRequestMessage(HttpMethod.Get, Address(path)), token);

    /// <summary>A list that is answered as a whole.</summary>
    public async Task<IReadOnlyList<T>> ItemsAsync<T>(string path, CancellationToken token) =>
        (await GetAsync<Page<T>>(path, token)).Items;

    /// <summary>All parts of a list that is answered in parts.</summary>
    /// <param name="path">With a query.</param>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string path, CancellationToken token)
    {
        var all = new List<T>();
        for (var cursor = ""; ;)
        {
            var part = await GetAsync<Page<T>>($"{path}&limit={MostItems}{cursor}", token);
            all.AddRange(part.Items);
            if (part.NextCursor is null)
            {
                return all;
            }

            cursor = $"&cursor={Uri.EscapeDataString(part.NextCursor)}";
        }
    }

    /// <summary>Sets what was read at a version.</summary>
    /// <exception cref="StartRefusedException">The node refuses, or is not there.</exception>
    public Task PutAsync(string path, object body, long version, CancellationToken token) =>
        AskAsync<JsonElement>(
            () => new HttpRequestMessage(HttpMethod.Put, Address(path))
            {
                Headers = { IfMatch = { new EntityTagHeaderValue(EntityTag.Of(version)) } },
                Content = new StringContent(ApiJson.Text(body), Encoding.UTF8, "application/json"),
            },
            token);

    public void Dispose() => _http.Dispose();

    private static Uri Address(string path) => new($"{ApiRoot.Path}{path}", UriKind.Relative);

    private async Task<T?> AskAsync<T>(Func<HttpRequestMessage> question, CancellationToken token)
    {
        while (true)
        {
            try
            {
                await _signIn.EnsureAsync(token);
                using var request = question();
                using var answer = await _http.SendAsync(request, token);
                _hasAnswered = true;
                if (await IsOverAsync(answer, token))
                {
                    return answer.StatusCode == HttpStatusCode.NotFound
                        ? default
                        : await answer.Content.ReadFromJsonAsync<T>(Json, token);
                }

                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, _time, token);
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException)
            {
                await WaitAsync(problem, token);
            }
            catch (OperationCanceledException problem) when (!token.IsCancellationRequested)
            {
                await WaitAsync(problem, token);
            }
        }
    }

    /// <returns>False: the same question may be answered later.</returns>
    private async Task<bool> IsOverAsync(HttpResponseMessage answer, CancellationToken token)
    {
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound)
        {
            return true;
        }

        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            _signIn.Forget();
            return false;
        }

        if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
        {
            answer.Headers.RetryAfter ??= new RetryConditionHeaderValue(Wait);
            return false;
        }

        var text = await answer.Content.ReadAsStringAsync(token);
        throw new StartRefusedException(
            $"{_http.BaseAddress} refuses {answer.RequestMessage!.RequestUri!.PathAndQuery} "
                + $"({(int)answer.StatusCode}): {FeedSender.Detail(text)}");
    }

    private async Task WaitAsync(Exception problem, CancellationToken token)
    {
        // Who answers "not now" is there.
        if (!_hasAnswered && problem is not HttpRequestException { StatusCode: not null })
        {
            throw new StartRefusedException(
                $"{_http.BaseAddress} does not answer: {problem.Message}",
                "Maybe start a node: muster serve, or name another --server.", problem);
        }

        _say($"{_http.BaseAddress} does not answer: {problem.Message} Trying again.");
        await Task.Delay(Wait, _time, token);
    }
}
