using System.Diagnostics.CodeAnalysis;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>Employees for whom the same rosters cost the same: same options, groups, rules and history.</summary>
internal sealed class ContractComparer : IEqualityComparer<Employee>
{
    public static ContractComparer Instance { get; } = new();

    public bool Equals(Employee? x, Employee? y) => ReferenceEquals(x, y) || (x is not null && y is not null
        && (ReferenceEquals(x.Options, y.Options)
            || (x.Options is not null && y.Options is not null && x.Options.SequenceEqual(y.Options)))
        && x.Groups.SequenceEqual(y.Groups) && x.Rules.SequenceEqual(y.Rules) && x.History == y.History);

    public int GetHashCode([DisallowNull] Employee obj)
    {
        var hash = HashCode.Combine(obj.Options?.Count, obj.Groups.Count, obj.History);
        return obj.Rules.Aggregate(hash, HashCode.Combine);
    }
}
