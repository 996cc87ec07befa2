using Muster.Domain.People;
using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>A source, and how far it has been followed.</summary>
/// <param name="Lease">The duty of following it, as the System page lists it.</param>
/// <param name="State">waiting, reading, following, away or off.</param>
/// <param name="LastSaidAt">When the source made the last change that was applied, by its own clock.</param>
/// <param name="LagSeconds">From that until it was applied.</param>
/// <param name="OpenIssues">What people should look at.</param>
public sealed record SourceView(
    Guid Id,
    long Version,
    string Name,
    SourceType Type,
    SourceSettings Settings,
    int Level,
    int TimeoutMinutes,
    IReadOnlyList<AgentField> OwnedByWfm,
    double BrakePercent,
    int BrakePeople,
    string Lease,
    string State,
    string Sentence,
    DateTimeOffset? LastSaidAt,
    DateTimeOffset? LastAppliedAt,
    double? LagSeconds,
    DateTimeOffset? LastFullAt,
    bool RunAsked,
    long People,
    long OpenIssues)
{
    public static SourceView Of(SourceDefinition source, SourceProgress progress, long people, long issues) => new(
        source.Id.Value,
        source.Version,
        source.Name,
        source.Type,
        source.Settings,
        (int)source.Level,
        source.TimeoutMinutes,
        [.. source.OwnedByWfm.Order()],
        source.Brake.Percent,
        source.Brake.People,
        Server.Synchronization.SourceDuties.Lease(source.Id),
        source.Level == SynchronizationLevel.Off ? "off" : progress.State,
        progress.Sentence,
        progress.LastSaidAt,
        progress.LastAt,
        progress is { LastAt: { } applied, LastSaidAt: { } said } ? (applied - said).TotalSeconds : null,
        progress.LastFullAt,
        progress.Asked is not null,
        people,
        issues);
}
