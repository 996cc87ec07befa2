using System.Globalization;
using Muster.Forecasting.Results;
using Muster.Server.Demand;
using NodaTime;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>What <c>muster forecast</c> prints for people.</summary>
internal sealed class ForecastReport(ForecastOrder order, ForecastResult result)
{
    private const int NarrowLine = 80;
    private const int WidestLine = 120;
    private const int ShownRejections = 5;
    private const int ShownRemarks = 12;

    // More are told in a table, a line each.
    private const int MostInFull = 3;

    private static readonly int Width = Console.IsOutputRedirected
        ? NarrowLine : Math.Clamp(Terminal.Out.Profile.Width, NarrowLine, WidestLine);

    public void Write()
    {
        TellFile();
        if (result.Plans.Count > MostInFull)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.Write(ForecastTables.Queues(result.Plans));
            Terminal.Out.WriteLine($"Maybe --queue \"{result.Plans[0].Queue}\" shows one in full.");
        }
        else
        {
            foreach (var plan in result.Plans)
            {
                Tell(plan);
            }
        }

        foreach (var (queue, reason) in result.Refused)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine($"{queue} has no forecast.", new Style(Color.Red));
            Terminal.Out.WriteLine(reason);
        }

        if (order.Out is { } file)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine(Text($"The plan is in {file}: {result.Plans.Sum(plan => plan.Intervals.Count):#,0} rows."));
        }
    }

    private void TellFile()
    {
        var preview = result.Preview;
        var columns = preview.Columns.SelectMany(role => role.Value.Select(name => $"{name} ({ForecastNames.Of(role.Key)})"));
        Terminal.Out.WriteLine(Text($"{order.File.Name}: {result.RowCount:#,0} rows, {ForecastNames.Queues(result.Queues.Count)}."));
        Terminal.Out.WriteLine($"Columns used: {string.Join(", ", columns)}.");
        foreach (var remark in preview.Remarks)
        {
            Note(remark);
        }

        if (result.RejectedCount > 0)
        {
            Terminal.Out.WriteLine(Text($"{result.RejectedCount:#,0} rows were left out:"), new Style(Color.Yellow));
            foreach (var rejected in result.Rejected.Take(ShownRejections))
            {
                Note(rejected.ToString().Replace('\n', ' '));
            }

            if (result.RejectedCount > ShownRejections)
            {
                Note("... and so on.");
            }
        }

        if (preview.HasOffsets && order.Request.Zone is null)
        {
            Note("Times have offsets from UTC, which are left aside. Maybe name the site's zone: --zone Europe/Berlin.");
        }
    }

    private void Tell(QueuePlan plan)
    {
        var history = plan.History;
        Terminal.Out.WriteLine();
        Terminal.Out.MarkupLineInterpolated($"[bold]{Heading(plan.Queue)}[/]");
        Terminal.Out.WriteLine(Text($"{"History",-10}{Day(history.FirstDay)} to {Day(history.LastDay)}, ")
            + Text($"{history.DayCount} days, intervals of {history.Minutes} minutes"));
        Terminal.Out.WriteLine($"{"Open",-10}{ForecastNames.Hours(history.Hours)}");
        Terminal.Out.WriteLine(Text($"{"Forecast",-10}{Day(plan.Forecast.Days[0].Date)} to {Day(plan.Forecast.Days[^1].Date)}, ")
            + Text($"{plan.Forecast.Total:#,0} offered"));
        TellChart(plan);
        Terminal.Out.Write(ForecastTables.Weeks(plan));
        TellStaffing(plan);
        TellAccuracy(plan);
        TellRemarks(plan);
    }

    private static void TellChart(QueuePlan plan)
    {
        Terminal.Out.WriteLine();
        foreach (var line in ForecastChart.Of(plan, Width))
        {
            Terminal.Out.WriteLine(line);
        }

        Terminal.Out.WriteLine(ForecastChart.Legend);
        Terminal.Out.WriteLine();
    }

    private void TellStaffing(QueuePlan plan)
    {
        if (plan.HandleSeconds is not { } seconds)
        {
            Terminal.Out.WriteLine("Agents: not reckoned. Maybe give a handle time and a goal: --aht 180 --answer 80/20.");
            return;
        }

        Terminal.Out.WriteLine(plan.HandleContacts > 0
            ? Text($"Handle time: {seconds:0} s on average, by hour of the day, learned from {plan.HandleContacts:#,0} contacts.")
            : Text($"Handle time: {seconds:0} s, as given."));
        var staffing = order.Request.Staffing;
        if (staffing.Goals is not { } goals)
        {
            Terminal.Out.WriteLine(Text($"Work: {plan.WorkHours():#,0} hours. Maybe set a goal for agents: --answer 80/20."));
            return;
        }

        var patience = staffing.PatienceSeconds is { } s ? Text($"callers give up after {s:0} s on average") : "nobody gives up";
        Terminal.Out.WriteLine(Text($"Agents for {goals.ServiceLevel:0.#%} answered within {goals.ThresholdSeconds:0} s; {patience}; ")
            + Text($"{staffing.Shrinkage.Total:0.#%} of paid time away: {plan.PeakAgents:#,0} on queue at the peak, ")
            + Text($"{plan.PaidHours:#,0} paid hours in all."));
    }

    private static void TellAccuracy(QueuePlan plan)
    {
        Terminal.Out.WriteLine();
        foreach (var accuracy in plan.Forecast.Accuracy)
        {
            Terminal.Out.MarkupLineInterpolated($"[bold]{ForecastNames.First(accuracy.Horizon.ToString())}[/]: {accuracy.Method}. {accuracy.Reason}");
        }

        if (plan.Forecast.Accuracy.Any(accuracy => accuracy.Rehearsals > 0))
        {
            Terminal.Out.Write(ForecastTables.Accuracy(plan.Forecast));
            Terminal.Out.WriteLine("WAPE: the sum of errors as a part of the sum of volumes, when the past is forecast; naive: that of");
            Terminal.Out.WriteLine("\"last week again\"; chance: what no method can avoid; bias above 0: too much was forecast.");
        }
    }

    private static void TellRemarks(QueuePlan plan)
    {
        var effects = plan.Forecast.SpecialDays.Select(effect => Text($"Special days \"{effect.Name}\": {effect.Factor:0%} of an ordinary day, ")
            + Text($"{effect.FactorAfter:0%} on the day after ({effect.Seen} seen)."));
        var remarks = plan.Forecast.Remarks.Select(remark => remark.Sentence).Concat(effects).ToArray();
        if (remarks.Length > 0)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine("About the data:");
        }

        foreach (var remark in remarks.Take(ShownRemarks))
        {
            Note(remark);
        }

        if (remarks.Length > ShownRemarks)
        {
            Note(Text($"... and {remarks.Length - ShownRemarks} more; --json has them all."));
        }
    }

    private static void Note(string sentence)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        Terminal.Out.Write(grid.AddRow(new Text("-"), new Text(sentence)));
    }

    private static string Heading(string name)
    {
        var line = $"── {name} ";
        return line + new string('─', Math.Max(0, Width - line.Length));
    }

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(ForecastNames.Culture);
}
