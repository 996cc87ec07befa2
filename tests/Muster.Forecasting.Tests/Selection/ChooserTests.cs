using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Models;
using Muster.Forecasting.Results;
using Muster.Forecasting.Selection;

namespace Muster.Forecasting.Tests.Selection;

public sealed class ChooserTests
{
    private static readonly IMethod Good = new Constant("good", 5, 30);

    private static readonly IMethod Bad = new Constant("bad", 1, 60);

    [Fact]
    public void The_method_with_the_smaller_error_wins()
    {
        var choice = Choose([Bad, Good])!;
        Assert.Equal("good", choice.Name);
        Assert.Contains("smallest error", choice.Reason, StringComparison.Ordinal);
        Assert.Equal(["good", "bad"], choice.Scores.Select(score => score.Method).Where(name => name.Length < 5));
    }

    [Fact]
    public void A_simpler_one_that_is_as_good_wins()
    {
        var choice = Choose([new Constant("simple", 1, 30), new Constant("best", 9, 30)])!;
        Assert.Equal("simple", choice.Name);
        Assert.EndsWith(".", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_short_a_history_is_no_choice() => Assert.Null(Choose([Good], weeks: 3));

    [Fact]
    public void A_method_that_needs_more_days_is_left_out() =>
        Assert.Equal("bad", Choose([Bad, new Constant("long", 1, 30, 300)])!.Name);

    private static Choice? Choose(IMethod[] methods, int weeks = 16)
    {
        var table = new DayTable(Histories.Weeks(weeks), SiteCalendar.Empty);
        var judge = new CleanHistory(table, table.End);
        var trials = new Trials(table, judge, methods, 28, new Ticker(null, CancellationToken.None));
        return new Chooser(trials, Horizon.All[0]).Choose();
    }

    private sealed record Constant(string Name, int Complexity, double Volume, int FewestDays = 1) : IMethod
    {
        public double[][] Predict(TrainingSet past, IReadOnlyList<int> days) =>
            [.. days.Select(_ => Enumerable.Repeat(Volume, past.Slots).ToArray())];
    }
}
