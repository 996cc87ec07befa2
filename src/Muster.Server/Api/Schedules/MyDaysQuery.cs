using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Schedules;

/// <summary>Which days of one's own.</summary>
public sealed record MyDaysQuery(
    [property: FromQuery(Name = "from"), Description("The first day; absent: today.")] DateOnly? From = null,
    [property: FromQuery(Name = "days"), Description("How many days: 1 to 56; 7 when absent.")] int? Days = null)
{
    private const int MostDays = 56;

    public Refusal? Check() => new FieldChecks()
        .Range("days", Days, 1, MostDays)
        .That(From is null or { Year: > 1970 and < 3000 }, "from", "must be a day between 1971 and 2999.")
        .Refusal;
}
