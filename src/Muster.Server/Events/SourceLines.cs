using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>The lines of one source in a transaction that holds its row, in the order in which they came.</summary>
internal sealed class SourceLines(EventSource source, IEnumerable<IngestChunk> chunks)
{
    public EventSource Source { get; } = source;

    public IReadOnlyList<EventLine> All { get; } = [.. chunks.SelectMany(chunk => chunk.Lines)];

    /// <summary>Lines at positions that may have been used, by run.</summary>
    public IReadOnlyList<EventLine> Late { get; private set; } = [];

    /// <summary>The highest position of the current run.</summary>
    public long Position { get; private set; } = source.LastPosition;

    public IEnumerable<EventLine> Accepted => All.Where(line => line.Verdict == LineVerdict.Accepted);

    /// <summary>Whether the quarantine may have a line at the position of one that is accepted now.</summary>
    public bool MayHaveUnused => Source.Quarantined > 0 || All.Any(line => line.Fault is not null);

    public int RunOf(EventLine line) => line.Run ?? Source.Run;

    /// <summary>
    /// Finds the lines that are not simply the next: nearly always there are none, and nothing has to be looked up.
    /// </summary>
    public void Order()
    {
        var late = new List<EventLine>();
        foreach (var line in All)
        {
            line.Fault = line.Malformed;
            line.Verdict = LineVerdict.Open;

            // What is no line says nothing of how far the source is: its position may be any number.
            if (line.Malformed is null && !Advances(line))
            {
                late.Add(line);
            }
        }

        Late = late;
    }

    private bool Advances(EventLine line)
    {
        var isNext = line.Position > Position && RunOf(line) == Source.Run;
        Position = isNext ? line.Position!.Value : Position;
        return isNext;
    }

    /// <param name="used">By run and position what was said there before.</param>
    /// <param name="isSuperseded">Whether a statistic was told anew at a higher position.</param>
    /// <param name="check">Why a line cannot be used, whatever was at its position.</param>
    public void Decide(
        Dictionary<(int Run, long Position), long> used, Func<EventLine, bool> isSuperseded,
        Func<EventLine, LineFault?> check)
    {
        var late = Late.ToHashSet();
        foreach (var line in All.Where(line => line.Malformed is null))
        {
            var place = (RunOf(line), line.Position!.Value);
            if (late.Count > 0 && used.TryGetValue(place, out var before))
            {
                Compare(line, before);
            }
            else if (late.Contains(line) && isSuperseded(line))
            {
                line.Verdict = LineVerdict.Duplicate;
            }
            else if ((line.Fault = check(line)) is null)
            {
                line.Verdict = LineVerdict.Accepted;
                Remember(used, place, line.Content, late.Count > 0);
            }
        }
    }

    public SourceCounts Counts() => new(
        Source.Number, Position, Accepted.Count(line => line.Statistic is null),
        Accepted.Count(line => line.Statistic is not null), Count(LineVerdict.Duplicate),
        Count(LineVerdict.Quarantined), Count(LineVerdict.Dropped), ToldUntil);

    // The furthest of its chunks; one that does not say has told all up to now.
    private DateTimeOffset? ToldUntil { get; } = chunks.Any(chunk => chunk.Origin.ToldUntil is null)
        ? null
        : chunks.Max(chunk => chunk.Origin.ToldUntil);

    private static void Compare(EventLine line, long before)
    {
        if (line.Content == before)
        {
            line.Verdict = LineVerdict.Duplicate;
            return;
        }

        line.Fault = new LineFault(
            QuarantineKind.PositionUsed, "position",
            FormattableString.Invariant($"{line.Position} was used before with other content: has the source ")
                + "started anew?\nMaybe start a new run of it, and replay these lines.");
    }

    private static void Remember(
        Dictionary<(int Run, long Position), long> used, (int Run, long Position) place, long content, bool isNeeded)
    {
        if (isNeeded)
        {
            used[place] = content;
        }
    }

    private int Count(LineVerdict verdict) => All.Count(line => line.Verdict == verdict);
}
