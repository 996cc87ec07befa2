using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Kernel;

/// <summary>Employees with the same options and the same rules of succession share a table.</summary>
internal sealed class SuccessionCache
{
    private readonly List<(int[] Options, (Rule, int)[] Rules, SuccessionTable Table)> _known = [];

    public SuccessionTable Of(
        int[] options, IReadOnlyList<(Rule Rule, int Weight)> rules,
        IReadOnlyList<(int Weight, Func<int, int, int> Amount)> pairs)
    {
        foreach (var known in _known)
        {
            if (known.Options.AsSpan().SequenceEqual(options) && known.Rules.SequenceEqual(rules))
            {
                return known.Table;
            }
        }

        var table = SuccessionTable.Of(options, pairs);
        _known.Add((options, [.. rules], table));
        return table;
    }
}
