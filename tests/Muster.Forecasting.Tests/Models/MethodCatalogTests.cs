using Muster.Forecasting.History;
using Muster.Forecasting.Models;

namespace Muster.Forecasting.Tests.Models;

public sealed class MethodCatalogTests
{
    public static TheoryData<int> Places => [.. Enumerable.Range(0, MethodCatalog.All.Count)];

    public static TheoryData<int> OfOneDay => [.. Enumerable.Range(0, MethodCatalog.All.Count)
        .Where(place => MethodCatalog.All[place].FewestDays <= 1)];

    private static readonly IntervalSeries Long = Histories.Weeks(60, noise: 0);

    private static readonly IntervalSeries Zeros = Histories.Weeks(60, noise: 0, level: _ => 0);

    [Fact]
    public void Names_are_unique() => Assert.Equal(
        MethodCatalog.All.Count, MethodCatalog.All.Select(method => method.Name).Distinct().Count());

    [Fact]
    public void The_first_one_is_last_week_again() => Assert.Same(MethodCatalog.Naive, MethodCatalog.All[0]);

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_method_continues_weeks_that_are_all_alike(int place)
    {
        var totals = Known.Totals(MethodCatalog.All[place], Known.Of(Long));
        Assert.Equal(1, totals[0] / Known.Usual(true), 0.02);
        Assert.All(totals[1..], total => Assert.Equal(1, total / Known.Usual(false), 0.02));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_method_says_zero_after_nothing_but_zeros(int place)
    {
        var totals = Known.Totals(MethodCatalog.All[place], Known.Of(Zeros));
        Assert.All(totals, total => Assert.Equal(0, total, 1e-6));
    }

    [Theory]
    [MemberData(nameof(OfOneDay))]
    public void No_method_is_thrown_off_by_a_single_day(int place)
    {
        var past = Known.Of(Histories.Of(Histories.DayRows(Histories.Monday, 1)));
        var totals = Known.Totals(MethodCatalog.All[place], past);
        Assert.All(totals, total => Assert.Equal(Known.Usual(true), total, Known.Usual(true) * 0.02));
    }
}
