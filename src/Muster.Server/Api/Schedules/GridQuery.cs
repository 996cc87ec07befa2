using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>Which part of a schedule.</summary>
public sealed record GridQuery(
    [property: FromQuery(Name = "management_unit_id"), Description("Whose schedule.")] Guid ManagementUnitId,
    [property: FromQuery(Name = "from"), Description("The first day, in the unit's zone.")] DateOnly From,
    [property: FromQuery(Name = "days"), Description("How many days: 1 to 56; 7 when absent.")] int? Days = null,
    [property: FromQuery(Name = "draft_id"), Description("With the draft's days over the published ones.")]
    Guid? DraftId = null,
    [property: FromQuery(Name = "version"), Description("As it was published at an earlier version.")]
    long? Version = null)
{
    private const int MostDays = 56;

    public int Count => Days ?? 7;

    public LocalDate First => LocalDate.FromDateOnly(From);

    public LocalDate To => First.PlusDays(Count);

    public Refusal? Check() => new FieldChecks()
        .Range("days", Days, 1, MostDays)
        .That(From.Year is > 1970 and < 3000, "from", "must be a day between 1971 and 2999.")
        .That(DraftId is null || Version is null, "version", "does not go with draft_id.")
        .That(Version is null or >= 0, "version", "must not be negative.")
        .Refusal;
}
