using System.Net.Http.Headers;
using System.Text.Json;
using System.Text;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>The bearer token of a directory's client, asked for when needed. Used by one task at a time.</summary>
internal sealed class DirectoryToken(HttpClient http, DirectoryConnection connection, TimeProvider time)
{
    // So much earlier than it ends a token is not used any more.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private string? _token = connection.Token;
    private DateTimeOffset _endsAt = DateTimeOffset.MaxValue;

    /// <summary>Whether another token may be had when this one is refused.</summary>
    public bool CanRenew => connection.Token is null;

    public void Forget() => _token = connection.Token;

    public async Task<string> GetAsync(CancellationToken token)
    {
        if (_token is { } held && time.GetUtcNow() < _endsAt - Margin)
        {
            return held;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(connection.Address, "/oauth/token"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        var credentials =
            $"{Uri.EscapeDataString(connection.ClientId)}:{Uri.EscapeDataString(connection.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        using var answer = await http.SendAsync(request, token);
        await DirectoryAnswers.CheckAsync(answer, "sign in", token);
        return Take(await answer.Content.ReadAsByteArrayAsync(token));
    }

    private string Take(byte[] body)
    {
        try
        {
            var read = JsonElement.Parse(body);
            _endsAt = time.GetUtcNow() + TimeSpan.FromSeconds(read.GetProperty("expires_in").GetInt32());
            return _token = read.GetProperty("access_token").GetString()!;
        }
        catch (Exception garbage)
            when (garbage is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SourceBrokenException("The directory's answer to the sign-in is no token.", garbage);
        }
    }
}
