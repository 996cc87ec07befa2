using Muster.Domain.Organization;
using Muster.Domain.Schedules;

namespace Muster.Storage.Schedules;

/// <summary>A version that is to be made.</summary>
/// <param name="Draft">What is published; null where it is no draft.</param>
public sealed record NewRevision(ManagementUnit Unit, RevisionKind Kind, ScheduleDraft? Draft, string Note);
