using Muster.Forecasting.Intraday;
using Muster.Forecasting.Results;

namespace Muster.Bench.Forecasting;

/// <summary>
/// The rest of each day of the first week, seen from some time of it: errors, and how honest its ranges are.
/// </summary>
internal static class IntradayBench
{
    private static readonly int[] Hours = [10, 12, 15];

    public static void Tell()
    {
        Console.WriteLine();
        Console.WriteLine("Rest of the day as learned, mean of 8 origins, in % (aim at 10:00 on bank_calls: 4.7)");
        Console.WriteLine($"{"",-32} {"seen at",-8} {"WAPE: no update",-16} {"all carried",-12} {"as learned",-11} "
            + "in 80 %  in 95 %  before: in 80 %  in 95 %");
        foreach (var protocol in Protocol.All())
        {
            var backtest = protocol.Run();
            foreach (var hour in Hours)
            {
                Tell(protocol, backtest, hour);
            }
        }
    }

    private static void Tell(Protocol protocol, Backtest backtest, int hour)
    {
        var slot = hour * 60 / protocol.Series.Minutes;
        var (still, none) = Rest(backtest, slot, _ => new IntradayLaw(0, 1));
        var (all, _) = Rest(backtest, slot, _ => new IntradayLaw(1, 0));
        var (learned, ranges) = Rest(backtest, slot, run => run.Forecast.Intraday);
        Console.WriteLine($"{protocol.Name,-32} {hour + ":00",-8} {Percent(still, "0.00"),-16} "
            + $"{Percent(all, "0.00"),-12} {Percent(learned, "0.00"),-11} {Percent(ranges.In80),-8} "
            + $"{Percent(ranges.In95),-8} {Percent(none.In80),-16} {Percent(none.In95)}");
    }

    private static string Percent(double part, string form = "0.0") => Figures.Text(100 * part, form);

    private static (double Wape, (double In80, double In95) Ranges) Rest(
        Backtest backtest, int slot, Func<BacktestRun, IntradayLaw> law)
    {
        var wapes = new List<double>();
        var (inside80, inside95, count) = (0, 0, 0);
        foreach (var run in backtest.Runs)
        {
            var (error, actual) = (0.0, 0.0);
            foreach (var day in run.Intervals(7).GroupBy(interval => interval.Date))
            {
                var known = day.ToDictionary(interval => interval.Slot, interval => interval.Actual);
                var updated = IntradayForecast.Update(
                    run.Forecast.Days.Single(other => other.Date == day.Key),
                    [.. Enumerable.Range(0, slot).Select(at => known.GetValueOrDefault(at, double.NaN))],
                    law(run)).Day;
                foreach (var (at, came) in known.Where(interval => interval.Key >= slot))
                {
                    var range = updated.Ranges[at];
                    error += Math.Abs(came - updated.Volumes[at]);
                    actual += came;
                    inside80 += came >= range.P10 && came <= range.P90 ? 1 : 0;
                    inside95 += came >= range.Low95 && came <= range.High95 ? 1 : 0;
                    count++;
                }
            }

            wapes.Add(error / actual);
        }

        return (wapes.Average(), ((double)inside80 / count, (double)inside95 / count));
    }
}
