using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>Planning groups together, and intervals joined to longer ones.</summary>
public sealed class IntradayIntervalTests
{
    private static readonly DayFrame Quarters = new(new LocalDate(2026, 6, 8), DateTimeZone.Utc, 15);

    [Fact]
    public void What_came_to_one_group_is_compared_with_what_was_forecast_of_it()
    {
        var both = IntradayInterval.Sum([At(0) with { Actual = Of(24) }, At(0) with { Again = Of(22) }]);

        Assert.Equal(
            (40, 24, 20), (both.Forecast!.Value.Offered, both.Actual!.Value.Offered,
                both.ForecastOfActual!.Value.Offered));
        Assert.Null(IntradayInterval.Sum([At(0), At(0)]).ForecastOfActual);
        Assert.Equal(20, (At(0) with { Actual = Of(24) }).ForecastOfActual!.Value.Offered);
    }

    [Fact]
    public void A_group_that_is_not_told_is_required_as_forecast_beside_those_that_are_forecast_again()
    {
        var both = IntradayInterval.Sum(
            [At(0) with { Required = 5 }, At(0) with { Required = 4, RequiredAgain = 7 }]);

        Assert.Equal((9, 12), (both.Required, both.RequiredAgain));
    }

    [Fact]
    public void Of_an_interval_that_is_told_in_part_the_whole_is_forecast_again()
    {
        var half = IntradayInterval.Join(
        [
            At(0) with { Actual = Of(30), Required = 5 },
            At(1) with { Again = Of(25), AgainRange = (20, 30), Required = 6, RequiredAgain = 8 },
        ]);

        Assert.Null(half.Actual);
        Assert.Null(half.ForecastOfActual);
        Assert.Equal(55, half.Again!.Value.Offered);
        Assert.Equal((50, 60), half.AgainRange);
        Assert.Equal((5.5, 6.5), (half.Required, half.RequiredAgain));
    }

    [Fact]
    public void What_is_not_known_of_a_part_does_not_count_as_nobody()
    {
        var half = IntradayInterval.Join([At(0) with { Required = 6, Scheduled = 4 }, At(1)]);

        Assert.Equal((6, 4), (half.Required, half.Scheduled));
    }

    [Fact]
    public void Of_an_interval_with_a_hole_nothing_is_said_to_have_come() =>
        Assert.Null(IntradayInterval.Join([At(0) with { Actual = Of(30) }, At(1)]).Actual);

    [Fact]
    public void A_part_in_which_nothing_was_expected_is_no_hole() => Assert.Equal(
        30,
        IntradayInterval.Join([At(0) with { Actual = Of(30) }, At(1) with { Forecast = Of(0) }])
            .Actual!.Value.Offered);

    /// <summary>Twenty contacts are forecast.</summary>
    private static IntradayInterval At(int quarter) => new()
    {
        Time = Quarters.Intervals[quarter],
        IsOpen = true,
        Forecast = Of(20),
    };

    private static ContactSums Of(double offered) => new() { Offered = offered };
}
