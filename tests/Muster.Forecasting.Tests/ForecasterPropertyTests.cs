using FsCheck;
using FsCheck.Fluent;
using Muster.Forecasting.History;
using Muster.Forecasting.Models;
using Muster.Forecasting.Tests.Models;
using NodaTime;

namespace Muster.Forecasting.Tests;

public sealed class ForecasterPropertyTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(25);

    [Fact]
    public void Linear_methods_scale_exactly_and_others_nearly() => Prop.ForAll(
        Gen.Choose(1, 50).Zip(Gen.Choose(1, 1000)).ToArbitrary(), pair =>
        {
            var (factor, seed) = pair;
            var one = Known.Of(Histories.Weeks(60, seed, 0.2, _ => 100));
            var many = Known.Of(Histories.Weeks(60, seed, 0.2, _ => 100 * factor));
            return MethodCatalog.All.All(method => Known.Totals(method, one).Zip(Known.Totals(method, many))
                .All(t => Math.Abs(t.Second / t.First / factor - 1) < (method.Complexity <= 2 ? 2e-3 : 0.02)));
        }).Check(Few);

    [Fact]
    public void Shifting_the_history_by_weeks_shifts_the_forecast() => Prop.ForAll(
        Gen.Choose(1, 200).ToArbitrary(), weeks =>
        {
            var rows = Rows(12, 7).ToArray();
            var shifted = rows.Select(row => row with { Start = row.Start.PlusWeeks(weeks) });
            // Where a month begins is the one thing that moves along otherwise.
            return WithoutCalendar().All(method => Known.Totals(method, Known.Of(Histories.Of(rows)))
                .Zip(Known.Totals(method, Known.Of(Histories.Of(shifted))))
                .All(totals => Math.Abs(totals.First - totals.Second) < 1e-6 * (1 + totals.First)));
        }).Check(Few);

    [Fact]
    public void Queues_do_not_hear_of_each_other()
    {
        var histories = Enumerable.Range(1, 6).Select(seed => Histories.Weeks(12, seed, 0.3)).ToArray();
        var alone = histories.Select(history => Asked.Forecast(history).Total).ToArray();
        var together = new double[histories.Length];
        Parallel.For(0, histories.Length, i => together[^(i + 1)] = Asked.Forecast(histories[^(i + 1)]).Total);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Whatever_the_history_the_forecast_is_sound() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var outcome = SeriesReader.Read(Ugly(new Random(seed)), new SeriesOptions());
            var forecast = outcome.Refused is null
                ? Asked.Try(outcome.Value, new ForecastRequest { Days = 40 }) : default;
            return outcome.Refused is not null || forecast.Refused is not null
                || Soundness.Check(forecast.Value).Days.Count == 40;
        }).Check(Few.WithMaxTest(60));

    private static IEnumerable<IMethod> WithoutCalendar() =>
        MethodCatalog.All.Where(method => !method.Name.Contains("calendar", StringComparison.Ordinal));

    private static IEnumerable<VolumeRow> Rows(int weeks, int seed)
    {
        var random = new Random(seed);
        return Histories.Days(Histories.Monday, 7 * weeks)
            .SelectMany(date => Histories.DayRows(date, 0.8 + 0.4 * random.NextDouble()));
    }

    /// <summary>
    /// Gaps, duplicates, negative and absurd volumes, silence, odd lengths, some days or many months.
    /// </summary>
    private static IEnumerable<VolumeRow> Ugly(Random random)
    {
        var minutes = IntervalSeries.Lengths[random.Next(6)];
        var days = random.Next(1, random.Next(2) == 0 ? 20 : 150);
        var level = Math.Pow(10, 4 * random.NextDouble() - 2);
        var first = new LocalDate(2020, 1, 1).PlusDays(random.Next(2000));
        for (var day = 0; day < days; day++)
        {
            var isGone = random.Next(12) == 0;
            var today = random.Next(20) switch { 0 => 0, 1 => 50, _ => 1 };
            for (var minute = 0; minute < 1440 && !isGone; minute += minutes)
            {
                var volume = random.Next(400) switch
                {
                    0 => -1,
                    1 => 1e9,
                    2 => double.NaN,
                    _ => Math.Round(level * today * 3 * random.NextDouble()),
                };
                var odd = random.Next(300) == 0 ? random.Next(1, 5) : 0;
                if (random.Next(30) != 0)
                {
                    yield return new VolumeRow(
                        first.PlusDays(day).At(LocalTime.FromMinutesSinceMidnight(minute + odd)), volume);
                }
            }
        }
    }
}
