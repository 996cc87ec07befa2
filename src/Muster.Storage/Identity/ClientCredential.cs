using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>What a client's token request is judged by.</summary>
public sealed record ClientCredential(ClientId Id, string Name, byte[] SecretHash, int TokenMinutes, bool Disabled);
