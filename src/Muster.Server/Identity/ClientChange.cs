using Muster.Domain.Identity;

namespace Muster.Server.Identity;

/// <summary>What to change of a client; null leaves as it is.</summary>
/// <param name="ExpectedVersion">The version the change was made from; null to change whatever is there.</param>
public sealed record ClientChange(long? ExpectedVersion, string? Name, int? TokenMinutes, bool? Disabled)
{
    public Client Apply(Client client) => client with
    {
        Name = Name ?? client.Name,
        TokenMinutes = TokenMinutes ?? client.TokenMinutes,
        Disabled = Disabled ?? client.Disabled,
    };
}
