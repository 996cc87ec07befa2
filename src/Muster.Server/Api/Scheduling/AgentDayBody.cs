using NodaTime;

namespace Muster.Server.Api.Scheduling;

/// <summary>Somebody on a day.</summary>
public sealed record AgentDayBody(Guid AgentId, LocalDate Day);
