using Muster.Domain.Scheduling;
using NodaTime;

namespace Muster.Server.Api.Scheduling;

/// <summary>A build of schedules, and how far it is.</summary>
/// <param name="Rebuild">What of an earlier build is built anew; null: everything is built.</param>
/// <param name="HistoryOf">The build whose schedule is worked before the first day; null: not known.</param>
/// <param name="IsStopping">Somebody has said: enough; the best is kept.</param>
/// <param name="Sentence">What came of it, or what it waits for.</param>
public sealed record BuildView(
    Guid Id,
    long Version,
    Guid BusinessUnitId,
    string Name,
    Guid ForecastId,
    IReadOnlyList<Guid> ManagementUnitIds,
    LocalDate FirstDay,
    int Weeks,
    int Seconds,
    int Restarts,
    long Seed,
    int Priority,
    BuildState State,
    bool IsStopping,
    string Sentence,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    RebuildBody? Rebuild,
    Guid? HistoryOf)
{
    public static BuildView Of(ScheduleBuild build) => new(
        build.Id.Value, build.Version, build.BusinessUnit.Value, build.Name, build.Forecast.Value,
        [.. build.ManagementUnits.Select(unit => unit.Value)], build.FirstDay, build.Weeks, build.Seconds,
        build.Restarts, build.Seed, build.Priority, build.State, build.IsStopping, build.Sentence, build.CreatedBy,
        build.CreatedAt, build.EndedAt, build.Rebuild is { } rebuild ? RebuildBody.Of(rebuild) : null,
        build.HistoryOf?.Value);
}
