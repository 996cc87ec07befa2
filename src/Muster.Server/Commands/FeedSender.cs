using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;
using Muster.Server.Api.Events;
using Muster.Server.Api.Json;

namespace Muster.Server.Commands;

/// <summary>
/// Sends batches to a node until each is answered, however long it is away: a batch that was taken already is not taken
/// twice.
/// </summary>
internal sealed class FeedSender(FeedOrder order, TimeProvider time, Action<string> say) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new() { BaseAddress = order.Node, Timeout = Patience };
    private bool _isSignedIn;

    /// <exception cref="StartRefusedException">Trying again would not help.</exception>
    public async Task<IngestedView> SendAsync(IReadOnlyList<string> lines, CancellationToken token)
    {
        var text = string.Join('\n', lines);
        for (var wait = TimeSpan.FromSeconds(0.5); ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var (answer, trouble, after) = await TryAsync(text, token);
            if (answer is not null)
            {
                return answer;
            }

            say($"{trouble} Trying again.");
            await Task.Delay(after ?? wait, time, token);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(IngestedView? Answer, string Trouble, TimeSpan? After)> TryAsync(
        string text, CancellationToken token)
    {
        try
        {
            await SignInAsync(token);
            using var content = new StringContent(text, Encoding.UTF8, "application/x-ndjson");
            var tenant = order.Tenant is { } id ? $"&tenant_id={id}" : "";
            using var answer = await _http.PostAsync(
                new Uri($"{ApiRoot.Path}/events?source={Uri.EscapeDataString(order.Source)}{tenant}", UriKind.Relative),
                content, token);
            if (answer.IsSuccessStatusCode)
            {
                return (await answer.Content.ReadFromJsonAsync<IngestedView>(ApiJson.Options, token), "", null);
            }

            return await TroubleAsync(answer, token);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException)
        {
            return (null, $"{order.Node} does not answer: {problem.Message}", null);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return (null, $"{order.Node} does not answer in time.", null);
        }
    }

    private async Task<(IngestedView?, string, TimeSpan?)> TroubleAsync(
        HttpResponseMessage answer, CancellationToken token)
    {
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The token has run out; the client itself is refused when it asks for the next.
            _isSignedIn = false;
            return (null, "The access token has ended.", null);
        }

        if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
        {
            return (null, $"{order.Node} answers {(int)answer.StatusCode}.", answer.Headers.RetryAfter?.Delta);
        }

        var text = await answer.Content.ReadAsStringAsync(token);
        throw new StartRefusedException(
            $"{order.Node} refuses the lines ({(int)answer.StatusCode}): {Detail(text)}");
    }

    private async Task SignInAsync(CancellationToken token)
    {
        if (_isSignedIn)
        {
            return;
        }

        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", order.Client),
            new("client_secret", order.Secret),
        ]);
        using var answer = await _http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form, token);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            throw new StartRefusedException(
                $"{order.Node} does not know the client {order.Client}, or its secret is another.",
                "Maybe look at `muster token list`.");
        }

        answer.EnsureSuccessStatusCode();
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token));
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", said.RootElement.GetProperty("access_token").GetString());
        _isSignedIn = true;
    }

    private static string Detail(string problem)
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
