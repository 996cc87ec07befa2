using Muster.Domain.People;

namespace Muster.Storage.Schedules;

/// <summary>
/// The days of a publish in parts that are written one after the other, in the order in which everybody locks days, so
/// that it can be said how far it is. Of one transaction, used by one task at a time.
/// </summary>
public sealed class PublishParts
{
    private const int MostDays = 10_000;

    private readonly Func<PublishSteps, CancellationToken, Task> _tell;
    private readonly Dictionary<Selection, int> _inserted = [];
    private readonly long _revision;
    private int _written;

    /// <param name="extent">How many days each agent has, by agent.</param>
    /// <param name="tell">Told after each part but the last, and so never of a publish that has but one.</param>
    public PublishParts(
        Selection whole, IEnumerable<(AgentId Agent, int Days)> extent, long revision,
        Func<PublishSteps, CancellationToken, Task> tell)
    {
        (Whole, _revision, _tell) = (whole, revision, tell);
        All = Cut(whole, extent);
        Days = All.Sum(part => part.Days);
    }

    public Selection Whole { get; }

    public int Days { get; }

    internal IReadOnlyList<(Selection Selection, int Days)> All { get; }

    /// <summary>The days of a part that were never published are put in.</summary>
    internal Task InsertedAsync(Selection part, int count, CancellationToken token)
    {
        _inserted[part] = count;
        return WrittenAsync(count, token);
    }

    /// <summary>All days of a part are as they will be published.</summary>
    internal Task UpdatedAsync((Selection Selection, int Days) part, CancellationToken token) =>
        WrittenAsync(part.Days - _inserted.GetValueOrDefault(part.Selection), token);

    private Task WrittenAsync(int count, CancellationToken token)
    {
        _written += count;
        return _tell(new PublishSteps(_revision, Days, _written), token);
    }

    private static List<(Selection Selection, int Days)> Cut(
        Selection whole, IEnumerable<(AgentId Agent, int Days)> extent)
    {
        var (parts, agents, days) = (new List<(Selection, int)>(), new List<AgentId>(), 0);
        foreach (var one in extent)
        {
            if (days > 0 && days + one.Days > MostDays)
            {
                parts.Add((whole with { Agents = agents }, days));
                (agents, days) = ([], 0);
            }

            agents.Add(one.Agent);
            days += one.Days;
        }

        // Undivided it is as it was asked for, and no list of agents goes to the database.
        parts.Add((parts.Count == 0 ? whole : whole with { Agents = agents }, days));
        return parts;
    }
}
