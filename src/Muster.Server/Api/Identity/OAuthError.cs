namespace Muster.Server.Api.Identity;

/// <summary>Why no token was issued (RFC 6749, 5.2).</summary>
public sealed record OAuthError(string Error, string ErrorDescription);
