using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Server.Api.Demand;

/// <summary>People of a business unit who can serve the same planning groups.</summary>
/// <param name="People">How many they are, whether they work that day or not.</param>
public sealed record KnownAgentGroupView(string Name, IReadOnlyList<Guid> PlanningGroupIds, int People)
{
    private const int LongestName = 100;

    /// <summary>The most first; who can serve none is left out.</summary>
    public static IReadOnlyList<KnownAgentGroupView> Of(
        IEnumerable<Agent> people, IReadOnlyList<PlanningGroup> groups) =>
    [
        .. people.Select(agent => groups.Where(agent.CanServe).ToArray()).Where(served => served.Length > 0)
            .GroupBy(served => string.Join(' ', served.Select(group => group.Id)))
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select((same, index) => new KnownAgentGroupView(
                NameOf(same.First(), index + 1), [.. same.First().Select(group => group.Id.Value)], same.Count())),
    ];

    private static string NameOf(PlanningGroup[] served, int number)
    {
        var all = string.Join(" + ", served.Select(group => group.Name));
        return all.Length <= LongestName
            ? all
            : FormattableString.Invariant($"{number}: {served.Length} planning groups");
    }
}
