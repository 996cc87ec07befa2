using Muster.Server.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>An issued access token (RFC 6749, 5.1).</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Scope">The permissions it was limited to; null for all that the client holds.</param>
public sealed record OAuthToken(string AccessToken, string TokenType, int ExpiresIn, string? Scope)
{
    public static OAuthToken Of(IssuedToken issued) => new(
        issued.Text,
        "Bearer",
        (int)(issued.Token.ExpiresAt - issued.Token.IssuedAt).TotalSeconds,
        issued.Token.Permissions is null ? null : string.Join(' ', issued.Token.Permissions));
}
