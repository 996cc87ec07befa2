namespace Muster.Adherence.Results;

/// <summary>A verdict and why.</summary>
internal readonly record struct Judgement(Verdict Verdict, Impact Impact, VerdictRule Rule)
{
    public bool IsAlarm => Verdict is Verdict.Out or Verdict.Unscheduled;
}
