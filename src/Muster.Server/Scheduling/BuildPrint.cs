using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Scheduling.Problem;

namespace Muster.Server.Scheduling;

/// <summary>A print of each part of an input: two of the same are of the same input.</summary>
internal sealed record BuildPrint(string People, string WorkPlans, string Skills, string Requirement)
{
    public static BuildPrint Of(BuildPeople people, IntervalDemand demand, BuildMaterial of) => new(
        Hash(people.Able.Select(row => $"{row.Agent.Id} {row.Plan.Id} "
            + string.Join(',', of.Calendar.Days.Where(day => !row.Agent.Employment.IsActiveOn(day))))),
        Hash(people.Able.Select(row => row.Plan).DistinctBy(plan => plan.Id).OrderBy(plan => plan.Id.Value)
            .Select(plan => OrganizationJson.Write(plan) + Pauses(plan, of.Known))
            .Append($"{of.Unit.WeekStart} {of.Calendar.DayMinutes?.Sum()}")),
        Hash(people.Able.Select(row =>
            $"{row.Agent.Id} {string.Join(',', row.Groups.Select(group => demand.Groups[group]))}")),
        Hash([.. demand.Groups, .. demand.Needs.Select(need => need.Least.ToString(CultureInfo.InvariantCulture))]));

    public string Write() => DemandJson.Write(this);

    /// <summary>What has changed since an input of which this is kept.</summary>
    public IReadOnlyList<BuildInputPart> ChangedSince(string kept)
    {
        // What was built by an earlier version has one print of all.
        var before = kept.StartsWith('{') ? DemandJson.Read<BuildPrint>(kept) : new BuildPrint(kept, kept, kept, kept);
        (BuildInputPart Part, bool IsSame)[] parts =
        [
            (BuildInputPart.People, People == before.People), (BuildInputPart.WorkPlans, WorkPlans == before.WorkPlans),

            // Of other people the skills are others, which says nothing.
            (BuildInputPart.Skills, Skills == before.Skills || People != before.People),
            (BuildInputPart.Requirement, Requirement == before.Requirement),
        ];
        return [.. parts.Where(part => !part.IsSame).Select(part => part.Part)];
    }

    // Whether a break is paid is said by its code.
    private static string Pauses(WorkPlan plan, OrganizationSnapshot known) => string.Join(',', plan.Breaks
        .Select(rule => known.ActivityCodes.Find(rule.ActivityCodeId)).Select(code => $"{code?.Name} {code?.Paid}"));

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
