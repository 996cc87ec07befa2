namespace Muster.Server.Adherence.History;

/// <summary>
/// Rows that are read at once: parts of the time <c>[Part, EndPart)</c> of groups <c>[Group, EndGroup)</c>.
/// </summary>
internal readonly record struct HistorySlice(long Part, long EndPart, int Group, int EndGroup)
{
    /// <summary>All rows in their order, by part and then by group, in slices of about so many.</summary>
    /// <param name="parts">From, end, and how many at once at most.</param>
    /// <param name="after">The part and group after which to begin; null: at the beginning.</param>
    public static IEnumerable<HistorySlice> Of(
        (long First, long End, int MostAtOnce) parts, int groups, int rows, (long Part, int Group)? after)
    {
        var (part, group) = after is { } last ? (last.Part, last.Group + 1) : (parts.First, 0);
        while (groups > 0 && part < parts.End)
        {
            if (group >= groups)
            {
                (part, group) = (part + 1, 0);
            }
            else if (group > 0 || groups > rows)
            {
                var end = Math.Min(groups, group + rows);
                yield return new HistorySlice(part, part + 1, group, end);
                group = end;
            }
            else
            {
                var end = Math.Min(parts.End, part + Math.Clamp(rows / groups, 1, parts.MostAtOnce));
                yield return new HistorySlice(part, end, 0, groups);
                part = end;
            }
        }
    }
}
