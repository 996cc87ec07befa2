using Muster.Domain.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What is to become of a group's part of a forecast. What is absent stays as it is.</summary>
/// <param name="Layers">All of them, the lowest first.</param>
public sealed record GroupChangeBody(
    IReadOnlyList<DemandLayer>? Layers = null, StaffingTerms? Staffing = null);
