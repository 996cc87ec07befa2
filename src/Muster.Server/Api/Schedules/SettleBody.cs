using Muster.Domain.Outcomes;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Conflicts that are settled one way.</summary>
/// <param name="Take">keep_draft: the draft's counts from here on; take_published: the day is as published.</param>
public sealed record SettleBody(SettleTake Take, IReadOnlyList<SettledDayBody> Days)
{
    private const int Most = 10_000;

    public SettleWish Wish() => new(
        SettledDayBody.Versions(Days), Take == SettleTake.KeepDraft);

    public Refusal? Check() => new FieldChecks()
        .That(Days.Count is > 0 and <= Most, "days", $"must be 1 to {Most} days.")
        .That(
            Take != SettleTake.KeepDraft || Days.All(day => day.Version is not null), "days",
            "must each name the version of the published day that was looked at.")
        .Refusal;
}
