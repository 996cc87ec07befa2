using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Whose results somebody asks for, and of which days: <c>[From, End)</c>.</summary>
/// <param name="Unit">A business unit or a management unit.</param>
/// <param name="Team">Null: any.</param>
/// <param name="Agents">None: all.</param>
public sealed record HistoryAsk(
    Guid Unit, TeamId? Team, IReadOnlyCollection<Guid> Agents, LocalDate From, LocalDate End);
