using Muster.Domain.Organization;
using Muster.Forecasting.Intraday;
using Muster.Forecasting.Results;
using Muster.Forecasting.Staffing;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>A planning group's day. Pure.</summary>
/// <param name="Trouble">Why no agents are required; null: nothing is wrong.</param>
public sealed record GroupDay(
    PlanningGroup Group, DayFrame Frame, IReadOnlyList<IntradayInterval> Intervals, string? Trouble = null)
{
    // Handle times are exponential, so the mean of n is off by 1 / sqrt(n); days are off by about a tenth. So many
    // contacts make both equal.
    private const double HandleEvidence = 100;

    private const int QuarterMinutes = 15;

    /// <summary>Without a forecast: what came, and who is there.</summary>
    public static GroupDay Of(PlanningGroup group, DayFrame frame, CameDay came, GroupAgents agents, Instant now)
    {
        var known = Instant.Min(now, came.Until ?? frame.Day.Start);
        var by = agents.By(frame.Minutes / QuarterMinutes);
        var sums = came.By(frame, null);
        return new GroupDay(group, frame,
        [
            .. frame.Intervals.Select((time, index) => new IntradayInterval
            {
                Time = time,
                IsOpen = sums[index] is not null,
                Actual = time.End <= known ? sums[index] : null,
                Scheduled = by.Scheduled[index],
                OnQueue = by.OnQueue[index],
            }),
        ]);
    }

    /// <summary>What was forecast beside what came, and the rest forecast again.</summary>
    /// <param name="now">What ends later is to come.</param>
    public static GroupDay Of(GroupForecast forecast, CameDay came, GroupAgents agents, Instant now)
    {
        var frame = forecast.Frame;
        var soFar = came.SoFar(forecast.Day, frame, now);
        var again = IntradayForecast.Update(forecast.Day, soFar.Volumes, forecast.Machine.Intraday);
        var known = Instant.Min(now, came.Until ?? frame.Day.Start);
        var sums = came.By(frame, forecast.Volumes);
        var isKnown = frame.Intervals.Select((time, index) =>
            frame.ClockSlots[index] < soFar.Volumes.Count || (time.End <= known && sums[index] is not null)).ToList();
        var factor = HandleFactor(forecast, sums, isKnown);
        var (required, trouble) = forecast.Required;
        var (requiredAgain, _) = forecast.Require(again.Day, factor);
        var by = agents.By(frame.Minutes / QuarterMinutes);
        var context = new Context(forecast, again.Day, required, requiredAgain, factor);
        return new GroupDay(
            forecast.Group, frame,
            [
                .. Enumerable.Range(0, frame.Intervals.Count).Select(index =>
                {
                    var planned = context.Planned(index) with
                    {
                        Scheduled = by.Scheduled[index],
                        OnQueue = by.OnQueue[index],
                    };
                    return isKnown[index] ? planned with { Actual = sums[index] } : context.Coming(index, planned);
                }),
            ],
            trouble);
    }

    /// <summary>The same in longer intervals.</summary>
    /// <param name="frame">Its intervals are a multiple of those.</param>
    public GroupDay To(DayFrame frame) => frame.Minutes == Frame.Minutes
        ? this
        : this with
        {
            Frame = frame,
            Intervals = [.. Intervals.Chunk(frame.Minutes / Frame.Minutes).Select(IntradayInterval.Join)],
        };

    /// <summary>By what handle times are longer than forecast: the more contacts show it, the more.</summary>
    private static double HandleFactor(
        GroupForecast forecast, IReadOnlyList<ContactSums?> sums, List<bool> isKnown)
    {
        var (took, said, count) = (0.0, 0.0, 0.0);
        foreach (var (index, came) in sums.Index())
        {
            if (isKnown[index] && came is { Handled: > 0, HandleSeconds: > 0 } known
                && forecast.HandleAt(forecast.Frame.ClockSlots[index]) is { } handle)
            {
                (took, said) = (took + known.HandleSeconds, said + (known.Handled * handle));
                count += known.Handled;
            }
        }

        return said > 0 ? 1 + (count / (count + HandleEvidence) * ((took / said) - 1)) : 1;
    }

    private sealed record Context(
        GroupForecast Forecast, ForecastDay Again, IReadOnlyList<RequirementRow?> Required,
        IReadOnlyList<RequirementRow?> RequiredAgain, double HandleFactor)
    {
        private bool IsImpatient { get; } = Forecast.Terms.PatienceSeconds is not null;

        public IntradayInterval Planned(int index)
        {
            var slot = Forecast.Frame.ClockSlots[index];
            var (day, row) = (Forecast.Day, Required[slot]);
            return new IntradayInterval
            {
                Time = Forecast.Frame.Intervals[index],
                IsOpen = day.Open[slot],
                Forecast = ContactSums.Expected(
                    day.Volumes[slot], Forecast.HandleAt(slot), row?.Figures, IsImpatient),
                Range = day.Open[slot] ? (day.Ranges[slot].P10, day.Ranges[slot].P90) : null,
                Required = row?.Agents ?? (day.Open[slot] ? null : 0),
            };
        }

        public IntradayInterval Coming(int index, IntradayInterval planned)
        {
            var slot = Forecast.Frame.ClockSlots[index];
            var (volume, handle) = (Again.Volumes[slot], Forecast.HandleAt(slot) * HandleFactor);
            var served = planned.Scheduled is { } agents ? Forecast.Reached(volume, handle, agents) : null;
            return planned with
            {
                Again = ContactSums.Expected(volume, handle, served, IsImpatient),
                AgainRange = Again.Open[slot] ? (Again.Ranges[slot].P10, Again.Ranges[slot].P90) : null,
                RequiredAgain = RequiredAgain[slot]?.Agents ?? (Again.Open[slot] ? null : 0),
            };
        }
    }
}
