using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using Muster.Server.Organization;
using Muster.Server.Scheduling;
using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>Reads builds for callers who may see them.</summary>
public sealed class BuildReading(
    BuildStore builds, BuildPartStore parts, BuildStaleness staleness, PlanningAccess access)
{
    private const string Title = "build";

    public async Task<Outcome<ScheduleBuild>> FindAsync(
        Caller caller, Guid id, Permission permission, CancellationToken token)
    {
        if (await builds.FindAsync(new BuildId(id), token) is not { } found)
        {
            return new Refusal.NotFound(Title, id.ToString());
        }

        var unit = await access.FindAsync(caller, found.BusinessUnit.Value, permission, token);
        return unit.Refused switch
        {
            null => found,
            Refusal.NotFound => new Refusal.NotFound(Title, id.ToString()),
            var refusal => refusal,
        };
    }

    public async Task<BuildDetailsView> DetailsAsync(ScheduleBuild build, CancellationToken token)
    {
        var all = await parts.ListAsync(build.Id, token);
        var changed = await staleness.ReadAsync(build, all, token);
        return new BuildDetailsView(
            BuildView.Of(build),
            [
                .. all.GroupBy(part => part.Unit)
                    .Select(unit => BuildUnitView.Of([.. unit], changed.GetValueOrDefault(unit.Key))),
            ]);
    }

    /// <summary>The best schedule of a unit so far, as it is kept.</summary>
    public async Task<Outcome<string>> ScheduleAsync(ScheduleBuild build, Guid unit, CancellationToken token)
    {
        var own = (await parts.ListAsync(build.Id, token)).Where(part => part.Unit.Value == unit).ToList();
        return own.Count > 0
            && await parts.FindIncumbentAsync(build.Id, BuildPartRow.BestOf(own).Number, token) is { } schedule
            ? schedule
            : new Refusal.NotFound("schedule of the unit", unit.ToString());
    }
}
