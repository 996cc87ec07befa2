namespace Muster.Domain.Schedules;

/// <summary>
/// What is in the way of a publish, and what it merges. All of it is counted; of each only the first are kept, by agent
/// and day, so that a hundred thousand take no more memory than a thousand.
/// </summary>
/// <param name="after">Conflicts up to here are counted and not kept; null: from the first on.</param>
/// <param name="most">How many are kept of each.</param>
public sealed class Divergence(DayPlace? after = null, int most = Divergence.MostKept)
{
    public const int MostKept = 1_000;

    private readonly List<DayConflict> _conflicts = [];
    private readonly List<MergedDay> _merged = [];

    public int ConflictCount { get; private set; }

    public int MergedCount { get; private set; }

    /// <summary>Whether days of agents who are away were looked for before, and are among the conflicts.</summary>
    public bool HasAway { get; set; }

    /// <summary>How many of the conflicts lie behind the place, kept or not.</summary>
    public int ConflictsAfter { get; private set; }

    public IReadOnlyList<DayConflict> Conflicts => [.. First(_conflicts)];

    public IReadOnlyList<MergedDay> Merged => _merged;

    /// <summary>Where those that are kept end and others follow; null: no others do.</summary>
    public DayPlace? End => ConflictsAfter > most ? Place(Conflicts[^1]) : null;

    public void Add(DayConflict conflict)
    {
        ConflictCount++;
        if (after is { } place && !Place(conflict).IsAfter(place))
        {
            return;
        }

        ConflictsAfter++;
        _conflicts.Add(conflict);
        if (_conflicts.Count >= 2 * most)
        {
            DayConflict[] first = [.. First(_conflicts)];
            _conflicts.Clear();
            _conflicts.AddRange(first);
        }
    }

    /// <summary>Given in their order.</summary>
    public void Add(MergedDay day)
    {
        MergedCount++;
        if (_merged.Count < most)
        {
            _merged.Add(day);
        }
    }

    private IEnumerable<DayConflict> First(List<DayConflict> conflicts) =>
        conflicts.OrderBy(conflict => conflict.Agent.Value).ThenBy(conflict => conflict.Day).Take(most);

    private static DayPlace Place(DayConflict conflict) => new(conflict.Agent, conflict.Day);
}
