using Muster.Forecasting.Intraday;
using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Intraday;

public sealed class IntradayLawTests
{
    [Fact]
    public void More_is_carried_the_more_of_the_day_lies_behind()
    {
        var carried = Enumerable.Range(0, 11).Select(part => IntradayLaw.Default.CarriedAt(part / 10.0)).ToArray();
        Assert.Equal(0, carried[0]);
        Assert.Equal(carried.Order(), carried);
        Assert.True(carried[10] < 1);
    }

    [Fact]
    public void Where_whole_days_move_together_much_is_carried() =>
        Assert.True(IntradayLaw.Learn(Days(day: 0.2, hour: 0)).CarriedAt(0.5) > 0.85);

    [Fact]
    public void Where_hours_move_alone_little_is_carried() =>
        Assert.True(IntradayLaw.Learn(Days(day: 0, hour: 0.2)).CarriedAt(0.5) < 0.2);

    [Fact]
    public void Without_a_past_there_is_a_default() => Assert.Equal(IntradayLaw.Default, IntradayLaw.Learn([]));

    private static RehearsedDay[] Days(double day, double hour)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, 200).Select(number =>
        {
            var level = 100 * (1 + day * NormalLaw.Draw(random));
            var actual = Enumerable.Range(0, 10).Select(_ => Math.Max(0, level * (1 + hour * NormalLaw.Draw(random))));
            return new RehearsedDay(0, number, [.. actual], [.. Enumerable.Repeat(100.0, 10)]);
        })];
    }
}
