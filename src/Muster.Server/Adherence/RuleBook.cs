using System.Collections.Immutable;
using Muster.Domain.Organization;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence;

/// <summary>The adherence rules of every business unit. Immutable.</summary>
public sealed class RuleBook
{
    private readonly ImmutableDictionary<BusinessUnitId, RuleList> _units;

    private RuleBook(ImmutableDictionary<BusinessUnitId, RuleList> units) => _units = units;

    /// <summary>No unit has any.</summary>
    public static RuleBook Empty { get; } = new(ImmutableDictionary<BusinessUnitId, RuleList>.Empty);

    /// <summary>The units that have rules, or had them.</summary>
    public IEnumerable<BusinessUnitId> Units => _units.Keys;

    public RuleList Of(BusinessUnitId unit) => _units.GetValueOrDefault(unit, RuleList.Empty);

    /// <summary>The book with the lists of units in it; one that is older than what is there is left out.</summary>
    /// <param name="rows">Of each unit that they name: all of it.</param>
    public RuleBook WithNewer(IEnumerable<RuleRow> rows)
    {
        var units = _units.ToBuilder();
        foreach (var unit in rows.GroupBy(row => row.Unit))
        {
            var list = RuleList.Of([.. unit]);
            if (list.Version > Of(unit.Key).Version)
            {
                units[unit.Key] = list;
            }
        }

        return new RuleBook(units.ToImmutable());
    }
}
