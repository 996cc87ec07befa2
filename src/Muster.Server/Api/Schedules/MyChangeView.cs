using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>What a day of one's own was, and what it became.</summary>
/// <param name="IsShort">Whether it was changed within the notice period.</param>
/// <param name="Before">Null: it had never been published.</param>
public sealed record MyChangeView(
    LocalDate Day, bool IsShort, IReadOnlyList<ActivityView>? Before, IReadOnlyList<ActivityView> After)
{
    public static MyChangeView Of(DayChange change, LocalDate lastShort) => new(
        change.Day, change.Day <= lastShort, change.Before is { } before ? ActivityView.Of(before) : null,
        ActivityView.Of(change.After));
}
