namespace Muster.Bench.Forecasting;

/// <summary>How good forecasts are, how honest their ranges, and how long they take.</summary>
internal static class ForecastBench
{
    public static int Run()
    {
        Console.WriteLine("WAPE % at 1 week / 4 weeks, mean of 8 origins, chosen by default");
        Console.WriteLine($"{"",-32} {"naive",-11} {"mean of 6",-11} {"Muster",-11} {"aim",-11} "
            + "in 80 %  in 95 %  days 80  days 95");
        foreach (var protocol in Protocol.All())
        {
            Tell(protocol);
        }

        IntradayBench.Tell();
        ForecastSpeed.Tell();
        return 0;
    }

    private static void Tell(Protocol protocol)
    {
        var backtest = protocol.Run();
        var (inside80, inside95) = backtest.Coverage(28);
        var (days80, days95) = backtest.DayCoverage(28);
        Console.WriteLine($"{protocol.Name,-32} {Simple(protocol, 1),-11} {Simple(protocol, 6),-11} "
            + $"{Pair(backtest.Wape(7), backtest.Wape(28)),-11} "
            + $"{Pair(protocol.Aim.Week / 100, protocol.Aim.Month / 100),-11} "
            + $"{100 * inside80,-8:0.0} {100 * inside95,-8:0.0} {100 * days80,-8:0.0} {100 * days95,-8:0.0}");
    }

    private static string Simple(Protocol protocol, int weeks) =>
        Pair(SimpleForecast.Wape(protocol, weeks, 7), SimpleForecast.Wape(protocol, weeks, 28));

    private static string Pair(double week, double month) =>
        $"{Figures.Text(100 * week, "0.00")} / {Figures.Text(100 * month, "0.00")}";
}
