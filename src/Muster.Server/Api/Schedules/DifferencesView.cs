namespace Muster.Server.Api.Schedules;

/// <summary>What a publish of a draft would come to now.</summary>
/// <param name="Changes">Whose days, by name.</param>
/// <param name="Conflicts">What would be in its way, by agent and day: so many as were asked for.</param>
/// <param name="Merged">
/// Days that others have changed too, where both changes would count: the first 1,000 by agent and day.
/// </param>
/// <param name="ConflictCount">How many conflicts there are, also where not all of them are here.</param>
/// <param name="MergedCount">The same of the merged days.</param>
/// <param name="NextCursor">Where the conflicts go on; null: these are the last.</param>
public sealed record DifferencesView(
    int Agents, int AgentDays, IReadOnlyList<DraftExtentView> Changes, IReadOnlyList<DayConflictView> Conflicts,
    IReadOnlyList<MergedDayView> Merged, int ConflictCount, int MergedCount, string? NextCursor);
