using Muster.Domain.Organization;

namespace Muster.Storage.Events;

/// <summary>How the log and its sources stand.</summary>
/// <param name="Now">By the database's clock.</param>
/// <param name="Last">The last place of the log.</param>
/// <param name="Sources">Each with its number, and when it was heard last.</param>
public sealed record FeedLook(
    DateTimeOffset Now, long Last,
    IReadOnlyList<(int Number, TenantId Tenant, string Name, DateTimeOffset? HeardAt)> Sources);
