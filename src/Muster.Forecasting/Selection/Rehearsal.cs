using Muster.Forecasting.Cleaning;
using Muster.Forecasting.Models;

namespace Muster.Forecasting.Selection;

/// <summary>What every method would have said on a day of the past, knowing only what was known then.</summary>
internal sealed class Rehearsal
{
    /// <param name="origin">The first day that was not known then.</param>
    /// <param name="days">How far ahead to look.</param>
    public Rehearsal(DayTable table, int origin, int days, IReadOnlyList<IMethod> methods)
    {
        Origin = origin;
        var past = new TrainingSet(new CleanHistory(table, origin));
        Days = [.. Enumerable.Range(origin, Math.Min(days, table.End - origin))
            .Where(day => table.KindAt(day) == DayKind.Ordinary)];
        Predictions = [.. methods.Select(method => past.Days.Count == 0 || Days.Count == 0
            || origin - past.Days[0].Day < method.FewestDays ? null : method.Predict(past, Days))];
    }

    public int Origin { get; }

    /// <summary>The days that were asked for and have numbers.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>By method, day and interval; null for a method that had too short a history.</summary>
    public IReadOnlyList<double[][]?> Predictions { get; }
}
