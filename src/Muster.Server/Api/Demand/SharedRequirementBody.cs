using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>Asks how many agents of each group it takes in one interval, when planning groups share them.</summary>
/// <param name="Time">
/// On the unit's clocks: the interval that it is in or, where nothing is forecast then, the next in which something is.
/// </param>
/// <param name="Calls">
/// So many are simulated of each staffing that is tried: the more, the surer and the slower.
/// </param>
public sealed record SharedRequirementBody(
    LocalDate Date, LocalTime Time, IReadOnlyList<AgentGroupBody> AgentGroups, int Calls = 40_000)
{
    internal const int MostGroups = 8;
    private const int FewestCalls = 10_000;
    private const int MostCalls = 400_000;

    public Refusal? Check() => new FieldChecks()
        .AgentGroups(AgentGroups, MostGroups).Range("calls", Calls, FewestCalls, MostCalls).Refusal;
}
