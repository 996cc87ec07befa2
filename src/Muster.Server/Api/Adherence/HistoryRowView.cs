using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>What somebody did, in seconds of some time.</summary>
/// <param name="Day">Of which day; null: of all days, or of an interval.</param>
/// <param name="Start">When the 15 minutes begin; null: of other times.</param>
/// <param name="AgentId">Null: of several.</param>
/// <param name="TeamId">Of an agent the team of that day, of several days that of the last; null: none.</param>
/// <param name="UnitId">The management unit; null: several.</param>
public sealed record HistoryRowView(
    LocalDate? Day, DateTimeOffset? Start, Guid? AgentId, string? Agent, string? EmployeeNumber, Guid? TeamId,
    string? Team, Guid? UnitId, string? Unit, DayTotalsView Totals);
