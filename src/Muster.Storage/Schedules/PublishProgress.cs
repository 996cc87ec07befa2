namespace Muster.Storage.Schedules;

/// <summary>How far a publish of many days is.</summary>
/// <param name="Version">That it has made; null: it is not committed.</param>
public sealed record PublishProgress(int Days, int DaysWritten, long? Version);
