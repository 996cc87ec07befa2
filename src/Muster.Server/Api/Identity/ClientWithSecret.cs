namespace Muster.Server.Api.Identity;

/// <summary>A client and its secret, which is shown this once.</summary>
public sealed record ClientWithSecret(ClientView Client, string ClientSecret);
