using Muster.Domain.Identity;

namespace Muster.Server.Identity;

/// <summary>A new access token: the text is for the client and is nowhere else.</summary>
public sealed record IssuedToken(AccessToken Token, string Text);
