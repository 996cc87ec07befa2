using Muster.Domain.Demand;

namespace Muster.Server.Demand;

/// <summary>What is to become of a group's part; null stays as it is.</summary>
public sealed record GroupChange(IReadOnlyList<DemandLayer>? Layers, StaffingTerms? Staffing);
