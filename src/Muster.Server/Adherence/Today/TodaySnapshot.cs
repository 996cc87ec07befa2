using System.Collections.Frozen;
using System.Collections.Immutable;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>How all agents stand, as a node has judged it. Immutable.</summary>
/// <param name="Number">Counts on through the life of the process.</param>
/// <param name="AsOf">The second up to which all is judged, by the database's clock.</param>
/// <param name="MadeAt">The time stamp of this process when it was made.</param>
/// <param name="Schedules">Of the published schedules that it is judged by.</param>
public sealed record TodaySnapshot(
    long Number, Instant AsOf, long MadeAt, ScopePosition Schedules, OrganizationSnapshot Organization,
    ImmutableDictionary<ManagementUnitId, UnitWall> Units,
    FrozenDictionary<TenantId, IReadOnlyList<SilentFeed>> Silent)
{
    /// <summary>Of the rules and approvals that it is judged by.</summary>
    public required ScopePosition Terms { get; init; }

    public UnitWall Of(ManagementUnitId unit) => Units.GetValueOrDefault(unit, UnitWall.Empty);
}
