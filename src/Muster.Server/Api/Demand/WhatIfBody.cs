using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>Asks what given agents reach in a part of a day.</summary>
/// <param name="From">Absent: midnight.</param>
/// <param name="To">Not included. Absent: midnight at the end of the day.</param>
/// <param name="VolumePercent">Of the forecast volume; absent: 100.</param>
public sealed record WhatIfBody(
    LocalDate Date,
    IReadOnlyList<AgentGroupBody> AgentGroups,
    LocalTime? From = null,
    LocalTime? To = null,
    double? VolumePercent = null)
{
    private const int MostGroups = 30;
    private const int MinutesPerDay = 24 * 60;
    private const double MostPercent = 1000;

    public int FirstMinute => MinuteOf(From) ?? 0;

    public int EndMinute => MinuteOf(To) is > 0 and var minute ? minute : MinutesPerDay;

    public Refusal? Check() => new FieldChecks()
        .AgentGroups(AgentGroups, MostGroups)
        .That(FirstMinute < EndMinute, "to", $"{To:HH\\:mm} is not after {From:HH\\:mm}.")
        .That(VolumePercent is null or (> 0 and <= MostPercent), "volume_percent", FormattableString.Invariant(
            $"{VolumePercent} is not above 0 to {MostPercent}."))
        .Refusal;

    private static int? MinuteOf(LocalTime? time) => time is { } known ? known.Hour * 60 + known.Minute : null;
}
