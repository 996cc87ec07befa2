using Muster.Bench.Forecasting;
using Muster.Evaluation.Centres;
using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Forecasting.Staffing;
using NodaTime;

namespace Muster.Bench.Centre;

/// <summary>
/// What three planning groups need in four weeks from a Monday on: calls forecast from the histories of two banks,
/// scaled to a centre of any size, and staffed for 80 % within 20 s.
/// </summary>
internal sealed class CentreDemand
{
    private const int Weeks = 4;
    private const int FirstMorning = 24; // 06:00: who works the night before belongs to the weeks before.

    private static readonly StaffingGoals Goals = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    /// <summary>Name, mean handle time in seconds (those of the anonymous bank), part of the whole work.</summary>
    private static readonly (string Name, double Handle, double Share)[] Groups =
        [("service", 180, 0.5), ("retail", 194, 0.35), ("trading", 296, 0.15)];

    /// <summary>By group: calls of each slot, for one erlang on average over the four weeks and all groups.</summary>
    private readonly double[][] _calls;

    private CentreDemand(double[][] calls) => _calls = calls;

    public static IReadOnlyList<string> Names => [.. Groups.Select(group => group.Name)];

    public static CentreDemand Forecast()
    {
        var bank = Calls(CallSamples.Bank(15), new LocalDate(2003, 10, 27));
        var dayAndNight = Calls(CallSamples.AnonymousBankDayAndNight(), new LocalDate(2000, 1, 3));
        var byDay = Calls(CallSamples.AnonymousBank(), new LocalDate(2000, 1, 3));
        return new([.. new[] { bank, dayAndNight, byDay }.Zip(Groups, (calls, group) => ToOneErlang(calls, group))]);
    }

    /// <summary>Required agents by group and slot, of the first days.</summary>
    /// <param name="erlang">On average over the four weeks.</param>
    public int[,] Required(double erlang, int days)
    {
        var required = new int[Groups.Length, days * CentreInstance.SlotsPerDay];
        for (var group = 0; group < Groups.Length; group++)
        {
            for (var slot = FirstMorning; slot < required.GetLength(1); slot++)
            {
                var work = new Workload(_calls[group][slot] * erlang, Groups[group].Handle);
                required[group, slot] = StaffingEngine.RequiredAgents(work, Goals).Value;
            }
        }

        return required;
    }

    /// <summary>By slot of four weeks, forecast from the whole history.</summary>
    private static double[] Calls(IntervalSeries history, LocalDate monday)
    {
        var request = new ForecastRequest { FirstDay = monday, Days = 7 * Weeks };
        var forecast = Forecaster.Forecast(history, request, null, CancellationToken.None).Value;
        var parts = forecast.Minutes / CentreInstance.SlotMinutes;
        return [.. forecast.Days.SelectMany(day => day.Volumes)
            .SelectMany(volume => Enumerable.Repeat(volume / parts, parts))];
    }

    private static double[] ToOneErlang(double[] calls, (string Name, double Handle, double Share) group)
    {
        var load = calls.Sum() * group.Handle / 900 / calls.Length;
        return [.. calls.Select(volume => volume * group.Share / load)];
    }
}
