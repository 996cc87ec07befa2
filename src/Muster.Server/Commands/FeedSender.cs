using System.Net;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;
using Muster.Server.Api.Events;
using Muster.Server.Api.Json;
using Muster.Server.Events;

namespace Muster.Server.Commands;

/// <summary>
/// Sends batches to a node until each is answered, however long it is away: a batch that was taken already is not taken
/// twice.
/// </summary>
internal sealed class FeedSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly FeedOrder _order;
    private readonly TimeProvider _time;
    private readonly Action<string> _say;
    private readonly HttpClient _http;
    private readonly NodeSignIn _signIn;

    public FeedSender(FeedOrder order, TimeProvider time, Action<string> say)
    {
        (_order, _time, _say) = (order, time, say);
        _http = NodeChain.Client([order.Node, .. order.Others], Patience);
        _signIn = new NodeSignIn(_http, order.Client, order.Secret);
    }

    /// <summary>Asks how far the source is.</summary>
    /// <exception cref="StartRefusedException">Trying again would not help.</exception>
    public Task<IngestedView> AskAsync(CancellationToken token) => SendAsync([], LineOrigin.NoSign, token);

    /// <param name="toldUntil">
    /// With these lines the source has told all that happened before; null: up to now.
    /// </param>
    /// <exception cref="StartRefusedException">Trying again would not help.</exception>
    public async Task<IngestedView> SendAsync(
        IReadOnlyList<string> lines, DateTimeOffset? toldUntil, CancellationToken token)
    {
        var body = (Text: string.Join('\n', lines), toldUntil);
        for (var wait = TimeSpan.FromSeconds(0.5); ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var (answer, trouble, after) = await TryAsync(body, token);
            if (answer is not null)
            {
                return answer;
            }

            _say($"{trouble} Trying again.");
            await Task.Delay(after ?? wait, _time, token);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(IngestedView? Answer, string Trouble, TimeSpan? After)> TryAsync(
        (string Text, DateTimeOffset? ToldUntil) body, CancellationToken token)
    {
        try
        {
            await _signIn.EnsureAsync(token);
            using var content = new StringContent(body.Text, Encoding.UTF8, "application/x-ndjson");
            var tenant = _order.Tenant is { } id ? $"&tenant_id={id}" : "";
            var until = body.ToldUntil is { } told ? $"&told_until={told.UtcDateTime:O}" : "";
            var path = $"{ApiRoot.Path}/events?source={Uri.EscapeDataString(_order.Source)}{tenant}{until}";
            using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, token);
            if (answer.IsSuccessStatusCode)
            {
                return (await answer.Content.ReadFromJsonAsync<IngestedView>(ApiJson.Options, token), "", null);
            }

            return await TroubleAsync(answer, token);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException)
        {
            return (null, $"{_order.Node} does not answer: {problem.Message}", null);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return (null, $"{_order.Node} does not answer in time.", null);
        }
    }

    private async Task<(IngestedView?, string, TimeSpan?)> TroubleAsync(
        HttpResponseMessage answer, CancellationToken token)
    {
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The token has run out; the client itself is refused when it asks for the next.
            _signIn.Forget();
            return (null, "The access token has ended.", null);
        }

        if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
        {
            return (null, $"{_order.Node} answers {(int)answer.StatusCode}.", answer.Headers.RetryAfter?.Delta);
        }

        var text = await answer.Content.ReadAsStringAsync(token);
        throw new StartRefusedException(
            $"{_order.Node} refuses the lines ({(int)answer.StatusCode}): {Detail(text)}");
    }

    internal static string Detail(string problem)
    {
        try
        {
            using var said = JsonDocument.Parse(problem);
            return said.RootElement.TryGetProperty("detail", out var detail) ? detail.ToString() : problem;
        }
        catch (JsonException)
        {
            return problem;
        }
    }
}
