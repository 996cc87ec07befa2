using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using Muster.Server.Organization;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>Reads what the schedules of a unit are built from: people, work plans, and what a forecast takes.</summary>
public sealed class BuildInputs(
    OrganizationCache organization, AgentStore agents, ForecastNeeds forecasts, EarlierSchedules earlier)
{
    private static readonly Refusal Gone = new Refusal.Conflict("The unit is gone.");

    /// <returns>Refused when there is nothing to build from at all.</returns>
    internal async Task<Outcome<BuildInput>> ReadAsync(
        ScheduleBuild build, ManagementUnitId unit, CancellationToken token)
    {
        var read = await ReadAsync(build, token);
        if (read.Refused is { } refusal)
        {
            return refusal;
        }

        var ground = read.Value;
        if (ground.Of(unit) is not { } material)
        {
            return Gone;
        }

        var work = await earlier.ReadAsync(build, unit, token);
        if (work.Refused is { } missing)
        {
            return missing;
        }

        var made = ProblemMaking.Of(material with { Earlier = work.Value.Work });
        return made with
        {
            Findings = [.. ground.Findings, .. work.Value.Findings, .. material.People.Findings(), .. made.Findings],
        };
    }

    /// <summary>What all units of a build are built from.</summary>
    internal async Task<Outcome<BuildGround>> ReadAsync(ScheduleBuild build, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.BusinessUnits.Find(build.BusinessUnit) is not { } business)
        {
            return Gone;
        }

        List<LocalDate> days =
            [.. Enumerable.Range(0, build.Weeks * ScheduleBuild.DaysOfWeek).Select(build.FirstDay.PlusDays)];
        var (needs, findings) = await forecasts.ReadAsync(build.Forecast, known, token);
        var groups = needs.Select(need => need.Group).ToList();
        var people = new List<BuildPeople>();
        foreach (var unit in build.SharedBy)
        {
            people.Add(new BuildPeople(await agents.ListOfUnitAsync(unit, token), days, groups, known));
        }

        return new BuildGround(build, business, needs, findings, people, known);
    }
}
