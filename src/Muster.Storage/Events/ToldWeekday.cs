namespace Muster.Storage.Events;

/// <summary>A day that is looked at, <c>[start, end)</c>.</summary>
/// <param name="IsSame">Whether it is such a weekday as is asked for.</param>
public sealed record ToldWeekday(DateTimeOffset Start, DateTimeOffset End, bool IsSame);
