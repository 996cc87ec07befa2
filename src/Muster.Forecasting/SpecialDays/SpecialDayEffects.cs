using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.SpecialDays;

/// <summary>
/// What special days did to the volume, by type, learned from few days: on a logarithmic scale each type is drawn to
/// the mean of all types, and that to "nothing special", the more the fewer days were seen.
/// </summary>
internal sealed class SpecialDayEffects
{
    // As if so many days had shown the mean of all types; respectively no effect at all.
    private const double TypeWeight = 1;
    private const double GlobalWeight = 1;
    private const double AfterWeight = 3;
    private const double WildestLog = 3;

    private readonly DayTable _table;

    private readonly Dictionary<string, SpecialDayEffect> _effects;

    public SpecialDayEffects(CleanHistory history)
    {
        _table = history.Table;
        var ratios = history.Days.ToDictionary(day => day.Day, day => Log((day.Total + 1) / (day.Expected + 1)));
        var seen = history.Special.Select(special => (Name: _table.SpecialName(special.Day)!,
            Effect: Log(special.Ratio), After: AfterOf(ratios, special.Day))).ToArray();
        var global = Shrunk(seen.Select(s => s.Effect), 0, GlobalWeight);
        var globalAfter = Shrunk(seen.Select(s => s.After).OfType<double>(), 0, AfterWeight);
        Other = new SpecialDayEffect("", 0, Math.Exp(global), Math.Exp(globalAfter));
        _effects = seen.GroupBy(s => s.Name).ToDictionary(type => type.Key, type => new SpecialDayEffect(
            type.Key,
            type.Count(),
            Math.Exp(Shrunk(type.Select(s => s.Effect), global, TypeWeight)),
            Math.Exp(Shrunk(type.Select(s => s.After).OfType<double>(), globalAfter, AfterWeight))));
    }

    /// <summary>Of a type that was never seen: what special days do on average.</summary>
    public SpecialDayEffect Other { get; }

    public IEnumerable<SpecialDayEffect> All => _effects.Values;

    /// <summary>By how much an ordinary forecast of a day is to be multiplied.</summary>
    public double FactorOf(int day)
    {
        var own = _table.SpecialName(day) is { } name ? Of(name).Factor : 1;
        return own * (_table.SpecialName(PreviousOpen(day)) is { } before ? Of(before).FactorAfter : 1);
    }

    public SpecialDayEffect Of(string name) => _effects.GetValueOrDefault(name) ?? Other with { Name = name };

    private double? AfterOf(Dictionary<int, double> ratios, int day)
    {
        var next = Enumerable.Range(day + 1, 7).FirstOrDefault(IsOpen, day);
        return ratios.TryGetValue(next, out var ratio) ? ratio : null;
    }

    private int PreviousOpen(int day) => Enumerable.Range(1, 7).Select(back => day - back).FirstOrDefault(IsOpen, day);

    private bool IsOpen(int day) => _table.IsOpenWeekday(DayNumber.Weekday(day)) && !_table.IsClosed(day);

    private static double Log(double ratio) => Math.Clamp(Math.Log(Math.Max(ratio, 1e-6)), -WildestLog, WildestLog);

    private static double Shrunk(IEnumerable<double> effects, double to, double weight)
    {
        var values = effects.ToArray();
        return (values.Sum() + weight * to) / (values.Length + weight);
    }
}
