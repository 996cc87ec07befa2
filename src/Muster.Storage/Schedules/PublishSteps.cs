namespace Muster.Storage.Schedules;

/// <summary>How far a publish is that has not been committed yet.</summary>
/// <param name="Written">Of the days; what needs no change is counted when its turn has come.</param>
public readonly record struct PublishSteps(long Revision, int Days, int Written);
