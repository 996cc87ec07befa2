using Muster.Adherence.Results;

namespace Muster.Adherence.Engine;

/// <summary>A verdict and since when, in seconds.</summary>
/// <param name="AlarmSince">Since when out or unscheduled without a break; 0: is neither.</param>
internal readonly record struct Run(Judgement Judgement, uint Since, uint AlarmSince)
{
    /// <summary>From a second on there is another judgement, or the same once more.</summary>
    public Run Then(Judgement next, uint second)
    {
        var goesOn = next.Verdict == Judgement.Verdict && next.Impact == Judgement.Impact;
        var alarm = !next.IsAlarm ? 0 : AlarmSince == 0 ? second : AlarmSince;
        return new Run(next, goesOn ? Since : second, alarm);
    }
}
