using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Muster.Server.Commands;

/// <summary>Signs an API client in at a node, and gives its requests the access token.</summary>
internal sealed class NodeSignIn(HttpClient http, string client, string secret)
{
    private bool _isSignedIn;

    /// <exception cref="StartRefusedException">The client is refused.</exception>
    /// <exception cref="HttpRequestException">The node does not answer, or not now.</exception>
    public async Task EnsureAsync(CancellationToken token)
    {
        if (_isSignedIn)
        {
            return;
        }

        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", secret),
        ]);
        using var answer = await http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form, token);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            throw new StartRefusedException(
                $"{http.BaseAddress} does not know the client {client}, or its secret is another.",
                "Maybe look at `muster token list`.");
        }

        answer.EnsureSuccessStatusCode();
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token));
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", said.RootElement.GetProperty("access_token").GetString());
        _isSignedIn = true;
    }

    /// <summary>The access token has run out.</summary>
    public void Forget() => _isSignedIn = false;
}
