using Muster.Forecasting.HandleTimes;
using NodaTime;

namespace Muster.Forecasting.Tests.HandleTimes;

public sealed class HandleTimeLearningTests
{
    [Fact]
    public void The_mean_is_one_over_contacts_not_over_intervals()
    {
        var only = Learn(Row(9, 90, 90 * 100), Row(10, 10, 10 * 300));
        Assert.Equal(120, only.MeanSeconds, 1e-6);
    }

    [Fact]
    public void Hours_with_many_contacts_keep_their_own_and_hours_with_few_lean_on_the_mean()
    {
        var only = Learn(Row(9, 50_000, 50_000 * 200), Row(15, 50_000, 50_000 * 300), Row(3, 1, 2000));
        Assert.InRange(only.SecondsAt(new LocalTime(9, 45)), 199, 201);
        Assert.InRange(only.SecondsAt(new LocalTime(15, 0)), 299, 301);
        Assert.InRange(only.SecondsAt(new LocalTime(3, 0)), 250, 400);
        Assert.Equal(only.MeanSeconds, only.SecondsAt(new LocalTime(23, 0)), 9);
    }

    [Fact]
    public void A_type_with_few_contacts_leans_on_all_types()
    {
        var types = HandleTimeLearning.Learn(new Dictionary<string, IReadOnlyList<HandleTimeRow>>
        {
            ["many"] = [Row(9, 10_000, 10_000 * 200)],
            ["few"] = [Row(9, 10, 10 * 600)],
            ["none"] = [],
        });
        Assert.InRange(types[0].MeanSeconds, 198, 202);
        Assert.InRange(types[1].MeanSeconds, 250, 400);
        Assert.InRange(types[2].MeanSeconds, 198, 202);
    }

    [Fact]
    public void Newer_weeks_count_more()
    {
        var old = new HandleTimeRow(Histories.Monday.At(new LocalTime(9, 0)), 100, 100 * 100);
        var late = new HandleTimeRow(Histories.Monday.PlusWeeks(16).At(new LocalTime(9, 0)), 100, 100 * 200);
        Assert.Equal(180, Learn(old, late).MeanSeconds, 1e-6);
    }

    [Fact]
    public void Ugly_rows_do_not_count()
    {
        var only = Learn(Row(9, 100, 10_000), Row(9, 100, 10_000), Row(9, -1, 5), Row(9, 0, 50), Row(9, 1, double.NaN),
            Row(9, 1, 1e9));
        Assert.Equal(100, only.MeanSeconds, 1e-6);
        Assert.Equal(0, Learn().MeanSeconds);
    }

    private static HandleTimeRow Row(int hour, double contacts, double seconds) =>
        new(Histories.Monday.At(new LocalTime(hour, 0)), contacts, seconds);

    private static HandleTimeForecast Learn(params HandleTimeRow[] rows) => Assert.Single(HandleTimeLearning.Learn(
        new Dictionary<string, IReadOnlyList<HandleTimeRow>> { ["queue"] = rows }));
}
