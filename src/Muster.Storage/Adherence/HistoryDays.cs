using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Days of an agent, <c>[From, End)</c>.</summary>
/// <param name="Place">Whose, in the order of the asker.</param>
public readonly record struct HistoryDays(int Place, AgentId Agent, LocalDate From, LocalDate End);
