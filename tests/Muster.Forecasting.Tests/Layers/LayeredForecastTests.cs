using Muster.Forecasting.Layers;
using NodaTime;

namespace Muster.Forecasting.Tests.Layers;

public sealed class LayeredForecastTests
{
    private static readonly LayeredForecast Bare = LayeredForecast.Of(Asked.Forecast(Histories.Weeks(12)));

    private static readonly LocalDate First = Bare.Machine.Days[0].Date;

    private static readonly LayerScope Morning = new(First, First) { End = new LocalTime(12, 0) };

    [Fact]
    public void Layers_apply_in_order_and_leave_the_machines_forecast_alone()
    {
        var before = Bare.Machine.Total;
        var layered = With(With(Bare, "more", new LayerChange.Add(5)), "double", new LayerChange.Multiply(2));
        Assert.Equal(2 * (Bare.Days[0].Volumes[20] + 5), layered.Days[0].Volumes[20], 9);
        Assert.Equal(Bare.Days[0].Volumes[30], layered.Days[0].Volumes[30]);
        Assert.Equal(before, layered.Machine.Total);
        Assert.Same(Bare.Machine, layered.Machine);
    }

    [Fact]
    public void A_layer_that_is_off_does_nothing_until_it_is_on_again()
    {
        var layered = With(Bare, "set", new LayerChange.Set(7));
        Assert.Equal(Bare.Total, layered.Switch("set", false).Total, 9);
        Assert.Equal(layered.Total, layered.Switch("set", false).Switch("set", true).Total, 9);
        Assert.Equal(Bare.Total, layered.Without("set").Total, 9);
        Assert.Equal(7, layered.Days[0].Volumes[20]);
    }

    [Fact]
    public void A_total_is_spread_by_shape()
    {
        var layered = With(Bare, "total", new LayerChange.SpreadTotal(999));
        Assert.Equal(999, layered.Days[0].Volumes.Take(24).Sum(), 6);
        Assert.Equal(Bare.Days[0].Volumes[20] / Bare.Days[0].Volumes[18],
            layered.Days[0].Volumes[20] / layered.Days[0].Volumes[18], 9);
        Assert.Equal(layered.Days[0].Volumes[20] / Bare.Days[0].Volumes[20],
            layered.Days[0].Ranges[20].P90 / Bare.Days[0].Ranges[20].P90, 9);
    }

    [Fact]
    public void A_total_is_spread_evenly_where_nothing_was()
    {
        var layered = With(With(Bare, "none", new LayerChange.Set(0)), "total", new LayerChange.SpreadTotal(80));
        Assert.All(Enumerable.Range(16, 8), slot => Assert.Equal(10, layered.Days[0].Volumes[slot], 9));
    }

    [Fact]
    public void Taking_away_more_than_there_is_leaves_nothing() =>
        Assert.Equal(0, With(Bare, "less", new LayerChange.Add(-1e6)).Days[0].Volumes[20]);

    [Fact]
    public void Only_the_named_weekdays_change()
    {
        var weekdays = new HashSet<IsoDayOfWeek> { First.DayOfWeek };
        var scope = new LayerScope(First, First.PlusDays(13)) { Weekdays = weekdays };
        var layered = Bare.With(new ForecastLayer("x", scope, new LayerChange.Multiply(3))).Value;
        Assert.Equal(3, layered.Days[7].Total / Bare.Days[7].Total, 9);
        Assert.Equal(Bare.Days[8].Total, layered.Days[8].Total);
    }

    [Fact]
    public void A_layer_of_the_same_name_takes_the_others_place() =>
        Assert.Equal(3, Assert.Single(With(With(Bare, "x", new LayerChange.Set(1)), "x", new LayerChange.Set(3)).Layers)
            .Change is LayerChange.Set set ? set.Volume : 0);

    [Fact]
    public void Impossible_changes_are_refused_by_field()
    {
        Assert.Equal("factor", Field(new LayerChange.Multiply(-1), Morning));
        Assert.Equal("volume", Field(new LayerChange.Add(double.NaN), Morning));
        Assert.Equal("total", Field(new LayerChange.SpreadTotal(double.PositiveInfinity), Morning));
        Assert.Equal("through", Field(new LayerChange.Set(1), new LayerScope(First, First.PlusDays(-1))));
    }

    private static string Field(LayerChange change, LayerScope scope) =>
        Asked.Refused(Bare.With(new ForecastLayer("x", scope, change))).Field;

    private static LayeredForecast With(LayeredForecast forecast, string name, LayerChange change) =>
        forecast.With(new ForecastLayer(name, Morning, change)).Value;
}
