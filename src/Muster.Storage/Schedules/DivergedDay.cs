using Muster.Domain.Schedules;

namespace Muster.Storage.Schedules;

/// <summary>A day that was published anew since a draft took it.</summary>
/// <param name="Published">As it is now; <paramref name="Author"/> published it <paramref name="At"/>.</param>
/// <param name="BaseVersion">Of the published day that the draft's was made from; 0: there was none.</param>
/// <param name="Base">As it was then.</param>
public sealed record DivergedDay(
    AgentDay Published, long BaseVersion, DayContent Mine, string? Author, DateTimeOffset? At, DayContent Base);
