using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A day as the rules of a work plan see it.</summary>
/// <param name="Shift">From the first work to the last; null: none, or all of it is time off.</param>
/// <param name="Paid">Minutes, paid time off included.</param>
/// <param name="Content">What is to be done on it.</param>
internal sealed record WorkedDay(LocalDate Day, Interval? Shift, int Paid, DayContent Content)
{
    public bool IsWorked => Shift is not null;

    public bool HasTimeOff => Content.Of(ActivityLayer.TimeOff).Any();
}
