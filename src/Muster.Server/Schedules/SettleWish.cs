using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>Conflicts that are settled one way.</summary>
/// <param name="Seen">Which days, each with the published version that was looked at; 0: there was none.</param>
/// <param name="KeepDraft">False: the day is as published again.</param>
public sealed record SettleWish(IReadOnlyDictionary<(AgentId Agent, LocalDate Day), long> Seen, bool KeepDraft);
