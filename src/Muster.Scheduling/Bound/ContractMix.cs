namespace Muster.Scheduling.Bound;

/// <summary>What people of one contract work in the bound's mix of rosters, in parts of people.</summary>
/// <param name="Members">Where days off are left out, not each of them can work each of the rosters.</param>
internal sealed record ContractMix(int[] Members, IReadOnlyList<RosterColumn> Columns);
