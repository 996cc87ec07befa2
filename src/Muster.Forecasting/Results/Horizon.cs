namespace Muster.Forecasting.Results;

/// <summary>How far ahead: from one day after the history to another, both counted, the first day being 1.</summary>
public sealed record Horizon(int FirstDay, int LastDay)
{
    /// <summary>
    /// The first week, the three after it, and the quarter after those: each has its own best method.
    /// </summary>
    public static IReadOnlyList<Horizon> All { get; } = [new(1, 7), new(8, 28), new(29, 91)];

    public static Horizon Of(int day) => All.FirstOrDefault(horizon => day <= horizon.LastDay) ?? All[^1];

    public override string ToString() => this == All[0] ? "week 1" : this == All[1] ? "weeks 2 to 4" : "beyond week 4";
}
