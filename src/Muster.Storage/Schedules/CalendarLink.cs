namespace Muster.Storage.Schedules;

/// <summary>The private address of somebody's calendar, without what is secret in it.</summary>
/// <param name="LastReadAt">To within ten minutes; null: never.</param>
public sealed record CalendarLink(DateTimeOffset CreatedAt, DateTimeOffset? LastReadAt);
