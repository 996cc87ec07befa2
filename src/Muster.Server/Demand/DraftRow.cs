using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A row whose date may still be read in two ways.</summary>
internal readonly record struct DraftRow(long Line, DateText Date, ClockText Clock, HistoryRow Row)
{
    /// <returns>Null when there is no such day.</returns>
    public HistoryRow? On(DateOrder order)
    {
        if (Date.Date(order) is not { } day)
        {
            return null;
        }

        var start = day + LocalTime.FromSecondsSinceMidnight(Clock.Second);
        return Row with
        {
            Start = start,
            Offset = Clock.OffsetMinutes is { } minutes ? Offset.FromSeconds(minutes * 60) : null,
            Line = Line,
        };
    }
}
