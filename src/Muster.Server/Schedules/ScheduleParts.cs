namespace Muster.Server.Schedules;

/// <summary>What is done to published schedules, and how it is known that it is.</summary>
public sealed record ScheduleParts(
    Publishing Publishing, PublishedEditing Published, ScheduleReceipts Receipts, PublishTelling Telling);
