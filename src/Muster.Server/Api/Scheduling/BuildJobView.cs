using Muster.Domain.Scheduling;
using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>A build that waits or is searched.</summary>
/// <param name="EndsBy">When its time is up; null: parts of it still wait for a builder.</param>
public sealed record BuildJobView(
    Guid Id, Guid BusinessUnitId, string Name, BuildState State, int Priority, int Seconds, string CreatedBy,
    DateTimeOffset CreatedAt, DateTimeOffset? EndsBy, IReadOnlyList<BuildPartView> Parts)
{
    public static BuildJobView Of(ScheduleBuild build, IEnumerable<BuildJobRow> rows, DateTimeOffset now)
    {
        var own = rows.ToList();
        var open = own.Where(row => row.State is "waiting" or "running").ToList();
        return new BuildJobView(
            build.Id.Value, build.BusinessUnit.Value, build.Name, build.State, build.Priority, build.Seconds,
            build.CreatedBy, build.CreatedAt,
            open.Count > 0 && open.All(row => row is { State: "running", IsHeld: true })
                ? now + open.Max(row => Left(build, row))
                : null,
            [.. own.Select(BuildPartView.Of)]);
    }

    private static TimeSpan Left(ScheduleBuild build, BuildJobRow row)
    {
        var left = TimeSpan.FromSeconds(build.Seconds) - row.Spent;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
