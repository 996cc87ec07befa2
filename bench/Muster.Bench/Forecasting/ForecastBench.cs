using Muster.Forecasting.Intraday;
using Muster.Forecasting.Results;

namespace Muster.Bench.Forecasting;

/// <summary>How good forecasts are, how honest their ranges, and how long they take.</summary>
internal static class ForecastBench
{
    public static int Run()
    {
        Console.WriteLine("WAPE % at 1 week / 4 weeks, mean of 8 origins, chosen by default");
        Console.WriteLine($"{"",-32} {"naive",-11} {"mean of 6",-11} {"Muster",-11} {"aim",-11} in 80 %  in 95 %");
        foreach (var protocol in Protocol.All())
        {
            Tell(protocol);
        }

        TellIntraday();
        ForecastSpeed.Tell();
        return 0;
    }

    private static void Tell(Protocol protocol)
    {
        var backtest = protocol.Run();
        var (inside80, inside95) = backtest.Coverage(28);
        Console.WriteLine($"{protocol.Name,-32} {Simple(protocol, 1),-11} {Simple(protocol, 6),-11} "
            + $"{Pair(backtest.Wape(7), backtest.Wape(28)),-11} "
            + $"{Pair(protocol.Aim.Week / 100, protocol.Aim.Month / 100),-11} "
            + $"{100 * inside80,-8:0.0} {100 * inside95,-8:0.0}");
    }

    private static string Simple(Protocol protocol, int weeks) =>
        Pair(SimpleForecast.Wape(protocol, weeks, 7), SimpleForecast.Wape(protocol, weeks, 28));

    private static string Pair(double week, double month) =>
        $"{Figures.Text(100 * week, "0.00")} / {Figures.Text(100 * month, "0.00")}";

    /// <summary>The rest of each day of the first week, seen from 10:00 on bank_calls with its calendar.</summary>
    private static void TellIntraday()
    {
        var backtest = Protocol.BankWithCalendar(30, default).Run();
        Console.WriteLine();
        Console.WriteLine("WAPE % of the rest of the day at 10:00, bank_calls 30 min (aim 4.7)");
        Figures.Say("no update", Rest(backtest, _ => new IntradayLaw(0, 1)));
        Figures.Say("all of the deviation carried", Rest(backtest, _ => new IntradayLaw(1, 0)));
        Figures.Say("as learned", Rest(backtest, run => run.Forecast.Intraday));
    }

    private static string Rest(Backtest backtest, Func<BacktestRun, IntradayLaw> law)
    {
        const int Ten = 20;
        var wapes = new List<double>();
        foreach (var run in backtest.Runs)
        {
            var days = run.Intervals(7).GroupBy(interval => interval.Date).ToArray();
            var (error, actual) = (0.0, 0.0);
            foreach (var day in days)
            {
                var forecast = run.Forecast.Days.Single(other => other.Date == day.Key);
                var known = day.ToDictionary(interval => interval.Slot, interval => interval.Actual);
                var soFar = Enumerable.Range(0, Ten)
                    .Select(slot => known.GetValueOrDefault(slot, double.NaN)).ToArray();
                var updated = IntradayForecast.Update(forecast, soFar, law(run)).Day;
                error += known.Where(k => k.Key >= Ten).Sum(k => Math.Abs(k.Value - updated.Volumes[k.Key]));
                actual += known.Where(k => k.Key >= Ten).Sum(k => k.Value);
            }

            wapes.Add(error / actual);
        }

        return Figures.Text(100 * wapes.Average(), "0.00");
    }
}
