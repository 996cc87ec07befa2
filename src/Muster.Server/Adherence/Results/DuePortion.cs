using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Agents with the moments from which their results are new.</summary>
/// <param name="Next">No transaction from this one on can have made them new.</param>
/// <param name="Until">They are due up to this moment.</param>
internal sealed record DuePortion(Dictionary<AgentId, Instant> Starts, long Next, Instant Until);
