using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Bench.Forecasting;

/// <summary>
/// How accuracy is measured: 34 weeks, forecast after weeks 16, 18 to 30, for 1 week and 4; the error of each, then
/// the mean.
/// </summary>
/// <param name="Start">Where the 34 weeks begin.</param>
/// <param name="Aim">WAPE in % at 1 week and 4.</param>
internal sealed record Protocol(
    string Name, IntervalSeries Series, LocalDate Start, SiteCalendar Calendar, (double Week, double Month) Aim)
{
    private const int Weeks = 34;

    /// <summary>Days of the bank's history that have no data, taken as closed.</summary>
    private static readonly LocalDate[] BankHolidays =
        [new(2003, 4, 4), new(2003, 4, 7), new(2003, 5, 26), new(2003, 7, 4), new(2003, 9, 1), new(2003, 10, 14)];

    public IReadOnlyList<LocalDate> Origins => [.. Enumerable.Range(8, 8).Select(i => Start.PlusWeeks(2 * i))];

    public static Protocol BankWithCalendar(int minutes, (double Week, double Month) aim) => new(
        $"bank_calls {minutes} min, calendar", CallSamples.Bank(minutes), new(2003, 3, 3),
        SiteCalendar.Empty.WithClosed(BankHolidays), aim);

    public static IEnumerable<Protocol> All()
    {
        yield return BankWithCalendar(30, (5.0, 5.4));
        yield return new("bank_calls 30 min", CallSamples.Bank(30), new(2003, 3, 3), SiteCalendar.Empty, (6.0, 6.2));
        yield return BankWithCalendar(15, (5.6, 6.0));
        yield return new(
            "anonymous bank 07-24 h", CallSamples.AnonymousBank(), new(1999, 1, 1), SiteCalendar.Empty, (26.8, 25.6));
        yield return new(
            "New York, all years", CallSamples.NewYork(), new(2016, 1, 1), SiteCalendar.Empty, (7.9, 8.2));
        yield return Cut("New York, 34 weeks", CallSamples.NewYork(), new(2016, 1, 1));
    }

    public Backtest Run() => Forecaster.Backtest(
        Series, new BacktestRequest { Origins = Origins, Calendar = Calendar }, null, CancellationToken.None).Value;

    /// <summary>Without anything before or after the 34 weeks.</summary>
    private static Protocol Cut(string name, IntervalSeries series, LocalDate start) =>
        new(name, series.Between(start, start.PlusWeeks(Weeks)), start, SiteCalendar.Empty, (7.9, 8.2));
}
