using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A schedule as a grid draws it: short, because there may be a hundred thousand activities.</summary>
/// <param name="Version">Of the published schedules; everything here is of it, or newer.</param>
/// <param name="DraftVersion">Of the draft that lies over them; null: there is none.</param>
/// <param name="Origin">When the first day begins; activities start so many minutes later.</param>
/// <param name="ActivityCodeIds">Activities name their code by its place here.</param>
public sealed record GridView(
    long Version, long? DraftVersion, string TimeZone, LocalDate From, int Days, DateTimeOffset Origin,
    IReadOnlyList<Guid> ActivityCodeIds, IReadOnlyList<GridAgentView> Agents);
