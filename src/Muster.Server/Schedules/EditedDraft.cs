using Muster.Domain.Schedules;

namespace Muster.Server.Schedules;

/// <summary>A draft after an edit, and what the edit came to.</summary>
public sealed record EditedDraft(ScheduleDraft Draft, EditedDays Days);
