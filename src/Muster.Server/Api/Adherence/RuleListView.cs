using Muster.Domain.Organization;
using Muster.Server.Adherence;

namespace Muster.Server.Api.Adherence;

/// <summary>The adherence rules of a business unit.</summary>
/// <param name="Version">Counts their changes; 0 before the first.</param>
/// <param name="Entries">In order of days; before the first, nothing is mapped and no threshold forgives.</param>
public sealed record RuleListView(Guid BusinessUnitId, long Version, IReadOnlyList<RuleEntryView> Entries)
{
    public static RuleListView Of(BusinessUnitId unit, RuleList list) =>
        new(unit.Value, list.Version, [.. list.Entries.Select(RuleEntryView.Of)]);
}
