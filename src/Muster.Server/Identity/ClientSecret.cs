namespace Muster.Server.Identity;

/// <summary>A client's credentials as it presents them.</summary>
public readonly record struct ClientSecret(string PublicId, string Secret);
