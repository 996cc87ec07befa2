using Muster.Domain.Outcomes;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Forecasting.Layers;

/// <summary>
/// A forecast with people's changes on top, in order. The forecast itself stays what it was; every operation gives a
/// new object.
/// </summary>
public sealed class LayeredForecast
{
    private const double MostVolume = 1e9;

    private LayeredForecast(Forecast machine, IReadOnlyList<ForecastLayer> layers) =>
        (Machine, Layers, Days) = (machine, layers, Apply(machine, layers));

    /// <summary>As forecast, without any layer.</summary>
    public Forecast Machine { get; }

    public IReadOnlyList<ForecastLayer> Layers { get; }

    /// <summary>With all layers that are on. Ranges move with their volumes.</summary>
    public IReadOnlyList<ForecastDay> Days { get; }

    public double Total => Days.Sum(day => day.Total);

    public static LayeredForecast Of(Forecast machine) => new(machine, []);

    /// <summary>With one more layer on top; in the place of the one that has the same name.</summary>
    public Outcome<LayeredForecast> With(ForecastLayer layer)
    {
        if (WhyNot(layer) is { } refusal)
        {
            return refusal;
        }

        var isNew = Layers.All(other => other.Name != layer.Name);
        return new LayeredForecast(Machine, isNew ? [.. Layers, layer]
            : [.. Layers.Select(other => other.Name == layer.Name ? layer : other)]);
    }

    public LayeredForecast Without(string name) => new(Machine, [.. Layers.Where(layer => layer.Name != name)]);

    /// <summary>With a layer on or off; a name that no layer has changes nothing.</summary>
    public LayeredForecast Switch(string name, bool isOn) => new(
        Machine, [.. Layers.Select(layer => layer.Name == name ? layer with { IsOn = isOn } : layer)]);

    private static Refusal? WhyNot(ForecastLayer layer)
    {
        var (field, value, least) = layer.Change switch
        {
            LayerChange.Add add => ("volume", add.Volume, -MostVolume),
            LayerChange.Multiply multiply => ("factor", multiply.Factor, 0),
            LayerChange.Set set => ("volume", set.Volume, 0),
            LayerChange.SpreadTotal spread => ("total", spread.Total, 0),
            _ => throw new InvalidOperationException($"No such change: {layer.Change}"),
        };
        return new FieldChecks()
            .Text("name", layer.Name, 1, 200)
            .That(value >= least && value <= MostVolume, field, $"{value} is not {least} to {MostVolume}.")
            .That(layer.Scope.From <= layer.Scope.Through, "through",
                $"{layer.Scope.Through:uuuu-MM-dd} is before {layer.Scope.From:uuuu-MM-dd}.")
            .Refusal;
    }

    private static IReadOnlyList<ForecastDay> Apply(Forecast machine, IEnumerable<ForecastLayer> layers)
    {
        var days = machine.Days;
        foreach (var layer in layers.Where(layer => layer.IsOn))
        {
            var change = ChangeOf(layer, days, machine.Minutes);
            days = [.. days.Select(day => Changed(day, layer.Scope, machine.Minutes, change))];
        }

        return days;
    }

    private static Func<double, double> ChangeOf(ForecastLayer layer, IReadOnlyList<ForecastDay> days, int minutes)
    {
        switch (layer.Change)
        {
            case LayerChange.Add add:
                return volume => Math.Max(0, volume + add.Volume);
            case LayerChange.Multiply multiply:
                return volume => volume * multiply.Factor;
            case LayerChange.Set set:
                return _ => set.Volume;
            default:
                var (before, open) = SumOf(layer.Scope, days, minutes);
                var total = ((LayerChange.SpreadTotal)layer.Change).Total;
                return before > 0 ? volume => volume * (total / before) : _ => open > 0 ? total / open : 0;
        }
    }

    /// <summary>Volume and number of the open intervals of a scope, as often as they happen.</summary>
    private static (double Volume, double Open) SumOf(LayerScope scope, IReadOnlyList<ForecastDay> days, int minutes)
    {
        var (volume, open) = (0.0, 0.0);
        foreach (var day in days)
        {
            for (var slot = 0; slot < day.Volumes.Count; slot++)
            {
                var times = IsIn(day, slot, scope, minutes) ? day.Occurrences[slot] : 0;
                (volume, open) = (volume + times * day.Volumes[slot], open + times);
            }
        }

        return (volume, open);
    }

    private static ForecastDay Changed(ForecastDay day, LayerScope scope, int minutes, Func<double, double> change)
    {
        if (day.Date < scope.From || day.Date > scope.Through)
        {
            return day;
        }

        var volumes = day.Volumes.ToArray();
        var ranges = day.Ranges.ToArray();
        for (var slot = 0; slot < volumes.Length; slot++)
        {
            if (IsIn(day, slot, scope, minutes))
            {
                var changed = change(volumes[slot]);
                ranges[slot] = volumes[slot] > 0 ? ranges[slot].Times(changed / volumes[slot])
                    : new(changed, changed, changed, changed);
                volumes[slot] = changed;
            }
        }

        return day with { Volumes = volumes, Ranges = ranges };
    }

    private static bool IsIn(ForecastDay day, int slot, LayerScope scope, int minutes) =>
        day.Open[slot] && scope.Contains(day.Date, LocalTime.FromMinutesSinceMidnight(slot * minutes));
}
