namespace Muster.Storage.Events;

/// <summary>A source that has told of a queue lately.</summary>
/// <param name="First">The first interval that it told of, of those that were looked at.</param>
/// <param name="OnAnyDay">How long after a midnight it told first, at the earliest.</param>
/// <param name="OnWeekday">The same of such weekdays alone; null: on those it told nothing.</param>
public sealed record QueueTeller(
    int Source, string Queue, DateTimeOffset First, TimeSpan OnAnyDay, TimeSpan? OnWeekday);
