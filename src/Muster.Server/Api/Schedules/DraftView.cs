using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A draft of a schedule.</summary>
/// <param name="Version">Grows with every edit.</param>
/// <param name="FromVersion">Of the published schedules when it was made.</param>
public sealed record DraftView(
    Guid Id, Guid ManagementUnitId, string Name, LocalDate FirstDay, int Days, Guid? BuildId, long FromVersion,
    string CreatedBy, DateTimeOffset CreatedAt, long Version)
{
    public static DraftView Of(ScheduleDraft draft) => new(
        draft.Id.Value, draft.ManagementUnit.Value, draft.Name, draft.FirstDay, draft.Days, draft.Build?.Value,
        draft.FromVersion, draft.CreatedBy, draft.CreatedAt, draft.Version);
}
