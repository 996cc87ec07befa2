using Muster.Domain.Organization;

namespace Muster.Storage.Events;

/// <summary>A source lost what happened within <c>[start, end)</c>.</summary>
/// <param name="Source">The source's number.</param>
/// <param name="Name">The source's.</param>
public sealed record EventLoss(
    Guid Id, int Source, TenantId Tenant, string Name, DateTimeOffset Start, DateTimeOffset End, string Note)
{
    /// <summary>Who said so.</summary>
    public string Author { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
