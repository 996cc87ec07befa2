using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A day of an agent.</summary>
/// <param name="Version">Of the published day that was looked at: what is published later is a conflict again.</param>
public sealed record SettledDayBody(Guid AgentId, LocalDate Day, long? Version = null)
{
    /// <summary>Each once; null: none.</summary>
    public static IReadOnlyList<(AgentId Agent, LocalDate Day)> Keys(IReadOnlyList<SettledDayBody>? days) =>
        [.. Versions(days).Keys];

    /// <summary>Each once, with the version that was looked at; null: none.</summary>
    public static IReadOnlyDictionary<(AgentId Agent, LocalDate Day), long> Versions(
        IReadOnlyList<SettledDayBody>? days) =>
        (days ?? []).GroupBy(day => (new AgentId(day.AgentId), day.Day))
            .ToDictionary(day => day.Key, day => day.First().Version ?? 0);
}
