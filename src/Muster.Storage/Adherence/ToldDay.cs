using Muster.Domain.Schedules;

namespace Muster.Storage.Adherence;

/// <summary>A version of a published day, and when its agent knew of it.</summary>
/// <param name="ScheduleVersion">Of all published schedules, with which it came.</param>
/// <param name="ToldAt">
/// When the notice was delivered; when it was published, where that was not at short notice. Null: not yet.
/// </param>
public sealed record ToldDay(
    AgentDay Day, long ScheduleVersion, string Author, DateTimeOffset PublishedAt, DateTimeOffset? ToldAt);
