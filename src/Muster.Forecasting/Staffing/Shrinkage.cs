using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// The part of paid time in which people are not on queue. All kinds are parts of the same paid time, so they add up,
/// and scheduled = required / (1 - their sum).
/// </summary>
public sealed record Shrinkage(IReadOnlyList<ShrinkageKind> Kinds)
{
    /// <summary>Beyond this, more than a hundred are paid for one on queue.</summary>
    private const double Most = 0.99;

    public static readonly Shrinkage None = new([]);

    public double Total => Kinds.Sum(kind => kind.Share);

    public static Shrinkage Of(double total) => new([new("all", total)]);

    /// <summary>People to schedule so that so many are on queue; not rounded.</summary>
    public double Scheduled(double required) => required / (1 - Total);

    /// <summary>How many of the scheduled are away for this reason, on average.</summary>
    public double LostTo(ShrinkageKind kind, double required) => Scheduled(required) * kind.Share;

    /// <summary>Rounded up, but not for a rounding error: 14 / (1 - 0.3) is 20.</summary>
    public static int Whole(double scheduled) => (int)Math.Ceiling(scheduled * (1 - GoalLimits.Tolerance));

    /// <summary>What is wrong with it; null when nothing is. Fields: <c>shrinkage[0].share</c>, or the sum.</summary>
    public Refusal? Wrong(string prefix = "")
    {
        var checks = new FieldChecks();
        foreach (var (index, kind) in Kinds.Index())
        {
            Fields.Number(checks, $"{prefix}shrinkage[{index}].share", kind.Share, 0, Most);
        }

        checks.That(
            Total is not > Most, $"{prefix}shrinkage", Fields.Text($"adds up to {Total}.\nMaybe {Most} at most."));
        return checks.Refusal;
    }
}
