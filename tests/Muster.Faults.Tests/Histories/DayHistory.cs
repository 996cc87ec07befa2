namespace Muster.Faults.Tests.Histories;

/// <summary>
/// Judges what was written to and read of the days of two agents, given what the database says each was with each
/// version. No write that was answered is lost or done twice; a read shows exactly what its version was; and once it
/// was answered that every node has a version, no later read is older.
/// </summary>
/// <param name="chains">Of each agent: version and marks, in the order of versions, from nothing on.</param>
internal sealed class DayHistory(IReadOnlyList<IReadOnlyList<(long Version, IReadOnlySet<int> Marks)>> chains)
{
    public IReadOnlyList<string> Faults(IReadOnlyList<DayWrite> writes, IReadOnlyList<DayRead> reads) =>
    [
        .. writes.Select(Judge).OfType<string>(),
        .. Invented(writes),
        .. reads.Select(read => Judge(read, writes)).OfType<string>(),
    ];

    private string? Judge(DayWrite write)
    {
        if (write.Version is not { } version)
        {
            return null;
        }

        if (write.Mark is { } mark)
        {
            var (before, after) = (At(write.Agent, version - 1), At(write.Agent, version));
            return after.SetEquals(before.Append(mark)) ? null
                : $"Version {version} should add {mark} to {Text(before)}, and is {Text(after)}.";
        }

        var isSwapped = At(0, version).SetEquals(At(1, version - 1)) && At(1, version).SetEquals(At(0, version - 1));
        return isSwapped ? null : $"Version {version} should swap, and does not.";
    }

    // Who got no answer may have been heard, but nobody else.
    private IEnumerable<string> Invented(IReadOnlyList<DayWrite> writes)
    {
        var known = writes.Select(write => write.Version).OfType<long>().ToHashSet();
        var unanswered = writes.Where(write => write.Version is null).ToList();
        var others = chains.SelectMany(chain => chain.Select(step => step.Version)).Distinct()
            .Where(version => version > 0 && !known.Contains(version));
        foreach (var version in others)
        {
            var done = unanswered.FirstOrDefault(write => Judge(write with { Version = version }) is null);
            if (done is null)
            {
                yield return $"Nobody has asked for version {version}.";
            }
            else
            {
                unanswered.Remove(done);
            }
        }
    }

    private string? Judge(DayRead read, IReadOnlyList<DayWrite> writes)
    {
        if (!read.Marks.SetEquals(At(read.Agent, read.Version)))
        {
            return $"{read.Node} showed {Text(read.Marks)} as version {read.Version}, which is "
                + $"{Text(At(read.Agent, read.Version))}.";
        }

        var floor = writes.Where(write => write.Applied < read.Asked).Max(write => write.Version) ?? 0;
        return read.Version >= floor ? null
            : $"{read.Node} showed version {read.Version} after {floor} was applied everywhere.";
    }

    private IReadOnlySet<int> At(int agent, long version) =>
        chains[agent].LastOrDefault(step => step.Version <= version).Marks ?? new HashSet<int>();

    private static string Text(IReadOnlySet<int> marks) => $"{{{string.Join(' ', marks.Order())}}}";
}
