using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using Muster.Storage;
using NodaTime;

namespace Muster.Server.Api.Scheduling;

/// <summary>A build that is asked for.</summary>
/// <param name="ForecastId">Whose requirement the schedules are to meet.</param>
/// <param name="FirstDay">The first day of a week.</param>
/// <param name="ManagementUnitIds">Absent: all of the business unit; in a rebuild, those of the chosen agents.</param>
/// <param name="Seconds">How long each unit is searched from each seed.</param>
/// <param name="Restarts">How many searches of each unit, from a seed each; the best counts.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Priority">0 to 9; of builds that wait, the highest goes first.</param>
/// <param name="Rebuild">
/// What of an earlier build of the same weeks is built anew; all else stays as it is there. Absent: all is built.
/// </param>
/// <param name="HistoryOf">
/// A build whose schedule is worked before the first day: rest and days in a row count from there. Absent: not known;
/// in a rebuild, as in the earlier build.
/// </param>
public sealed record NewBuildBody(
    Guid BusinessUnitId,
    string Name,
    Guid ForecastId,
    LocalDate FirstDay,
    int Weeks = 4,
    IReadOnlyList<Guid>? ManagementUnitIds = null,
    int Seconds = 60,
    int Restarts = 1,
    long Seed = 1,
    int Priority = 5,
    RebuildBody? Rebuild = null,
    Guid? HistoryOf = null)
{
    public ScheduleBuild Build(WriteContext context, Caller caller) => new()
    {
        Id = new BuildId(Guid.CreateVersion7(context.At)),
        BusinessUnit = new BusinessUnitId(BusinessUnitId),
        Name = Name,
        Forecast = new ForecastId(ForecastId),
        ManagementUnits = [.. (ManagementUnitIds ?? []).Select(id => new ManagementUnitId(id))],
        FirstDay = FirstDay,
        Weeks = Weeks,
        Seconds = Seconds,
        Restarts = Restarts,
        Seed = Seed,
        Priority = Priority,
        Rebuild = Rebuild?.Read(),
        HistoryOf = HistoryOf is { } history ? new BuildId(history) : null,
        CreatedBy = caller.Name,
        CreatedAt = context.At,
    };
}
