using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>The lines of a transaction that cannot be used, each once, as the quarantine keeps them.</summary>
internal sealed class UnusedLines
{
    private readonly List<(int Place, EventLine Line, bool IsFirst)> _lines = [];

    private UnusedLines()
    {
    }

    public IReadOnlyList<QuarantinedLine> Rows { get; private set; } = [];

    /// <summary>Rows that were replayed, and stand in the quarantine no longer.</summary>
    public IReadOnlyList<long> Replaced { get; private set; } = [];

    public static UnusedLines Of(IReadOnlyList<SourceLines> all)
    {
        var made = new UnusedLines();
        var (rows, replaced) = (new List<QuarantinedLine>(), new List<long>());
        foreach (var one in all)
        {
            foreach (var same in one.All.Where(line => line.Fault is not null).GroupBy(line => KeyOf(one, line)))
            {
                rows.Add(made.Add(one, same.Key, [.. same], rows.Count));
            }

            replaced.AddRange(one.All.Where(line => line.Kept is { } kept && IsReplaced(one, line, kept))
                .Select(line => line.Kept!.Id));
        }

        (made.Rows, made.Replaced) = (rows, replaced);
        return made;
    }

    /// <param name="kept">By the row's place: true when it is new, false when it came before.</param>
    public void Settle(IReadOnlyDictionary<int, bool> kept)
    {
        foreach (var (place, line, isFirst) in _lines)
        {
            line.Verdict = !kept.TryGetValue(place, out var isNew) ? LineVerdict.Dropped
                : isNew && isFirst ? LineVerdict.Quarantined
                : LineVerdict.Duplicate;
        }
    }

    private QuarantinedLine Add(
        SourceLines one, (int Run, long? Position, long Content) key, IReadOnlyList<EventLine> same, int place)
    {
        var line = same[0];
        for (var i = 0; i < same.Count; i++)
        {
            _lines.Add((place, same[i], i == 0));
        }

        return new QuarantinedLine
        {
            Source = one.Source.Number,
            Run = key.Run,
            Position = key.Position,
            Content = key.Content,
            Line = line.Kept?.Line ?? LineReading.TextOf(line.Raw),
            Kind = line.Fault!.Kind,
            Field = line.Fault.Field,
            Reason = line.Fault.Reason,
            Times = same.Count,
        };
    }

    // A line that is still no good stays the row it is, unless it now stands in another run.
    private static bool IsReplaced(SourceLines one, EventLine line, QuarantinedLine kept) =>
        line.Fault is null || one.RunOf(line) != kept.Run;

    private static (int Run, long? Position, long Content) KeyOf(SourceLines one, EventLine line) =>
        (one.RunOf(line), line.Position, line.Kept is { } kept && line.Malformed is not null
            ? kept.Content
            : line.Content);
}
