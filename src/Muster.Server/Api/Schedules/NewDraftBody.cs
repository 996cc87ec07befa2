using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Domain.Scheduling;
using Muster.Server.Schedules;
using Muster.Storage;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A draft that is to be made.</summary>
/// <param name="FirstDay">Absent: today, or the build's.</param>
/// <param name="Days">Absent: 28, or the build's.</param>
/// <param name="BuildId">
/// Whose best schedule of the unit it begins with, over the days of the build; absent: what is published.
/// </param>
public sealed record NewDraftBody(
    Guid ManagementUnitId, string Name, LocalDate? FirstDay = null, int? Days = null, Guid? BuildId = null)
{
    private const int UsualDays = 28;

    public Refusal? Check() => new FieldChecks()
        .That(BuildId is null || FirstDay is null, "first_day", OfBuild)
        .That(BuildId is null || Days is null, "days", OfBuild)
        .Refusal;

    private static string OfBuild =>
        "does not go with build_id: the draft has the days of the build.\nMaybe leave it out.";

    public ScheduleDraft Draft(WriteContext context, ScheduleUnit unit, Caller caller) => new()
    {
        Id = new DraftId(Guid.CreateVersion7(context.At)),
        BusinessUnit = unit.Business.Id,
        ManagementUnit = unit.Unit.Id,
        Name = Name,
        FirstDay = FirstDay ?? unit.Today(context.At),
        Days = Days ?? UsualDays,
        Build = BuildId is { } build ? new BuildId(build) : null,
        CreatedBy = caller.Name,
        CreatedAt = context.At,
    };
}
