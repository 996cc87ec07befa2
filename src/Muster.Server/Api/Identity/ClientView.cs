using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>An API client as the API shows it, and as the audit trail keeps it.</summary>
public sealed record ClientView(
    Guid Id,
    string ClientId,
    string Name,
    int TokenMinutes,
    bool Disabled,
    IReadOnlyList<GrantView> Grants,
    DateTimeOffset? LastUsedAt,
    long Version,
    DateTimeOffset CreatedAt)
{
    public static ClientView Of(Client client) => new(
        client.Id.Value, client.PublicId, client.Name, client.TokenMinutes, client.Disabled,
        GrantView.Of(client.Grants), client.LastUsedAt, client.Version, client.CreatedAt);
}
