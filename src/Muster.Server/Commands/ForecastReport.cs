using System.Text.RegularExpressions;
using Muster.Server.Demand;
using NodaTime;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>What <c>muster forecast</c> prints for people.</summary>
internal sealed partial class ForecastReport(ForecastOrder order, ForecastResult result)
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
            Say($"Maybe --queue \"{result.Plans[0].Queue}\" shows one in full.");
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
            Say($"The plan is in {file}: {result.Plans.Sum(plan => plan.Intervals.Count):#,0} rows.");
        }
    }

    private string Queues() => ForecastNames.Count(result.Queues.Count, "queue");

    private void TellFile()
    {
        var preview = result.Preview;
        Say($"{order.File.Name}: {ForecastNames.Count(result.RowCount, "row")}, {Queues()}.");
        Say($"Columns used: {string.Join(", ", preview.Columns.SelectMany(ForecastNames.Columns))}.");
        foreach (var remark in preview.Remarks)
        {
            Note(remark);
        }

        if (result.RejectedCount > 0)
        {
            Say($"Left out: {ForecastNames.Count(result.RejectedCount, "row")}.");
            foreach (var rejected in result.Rejected.Take(ShownRejections))
            {
                Note(rejected.ToString().Replace('\n', ' '));
            }
        }

        if (result.RejectedCount > ShownRejections)
        {
            Note("... and so on.");
        }

        if (preview.HasOffsets && order.Request.Zone is null)
        {
            Note("Times have offsets from UTC, which are left aside. Maybe name the zone: --zone Europe/Berlin.");
        }
    }

    private void Tell(QueuePlan plan)
    {
        var history = plan.History;
        var days = plan.Forecast.Days;
        Terminal.Out.WriteLine();
        Terminal.Out.MarkupLineInterpolated($"[bold]{$"── {plan.Queue} ".PadRight(Width, '─')}[/]");
        Say($"History   {Span(history.FirstDay, history.LastDay)}, intervals of {history.Minutes} minutes");
        Say($"Open      {ForecastNames.Hours(history.Hours)}");
        Say($"Forecast  {Span(days[0].Date, days[^1].Date)}, {plan.Forecast.Total:#,0} offered");
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
            Terminal.Out.MarkupLine(Coloured(line));
        }

        Terminal.Out.MarkupLine(Coloured(ForecastChart.Legend));
        Terminal.Out.WriteLine();
    }

    private static string Coloured(string line) =>
        Coming().Replace(line.EscapeMarkup(), shaded => $"[aqua]{shaded}[/]");

    private void TellStaffing(QueuePlan plan)
    {
        if (plan.HandleSeconds is not { } seconds)
        {
            Say($"Agents: not reckoned. Maybe give a handle time and a goal: --aht 180 --answer 80/20.");
            return;
        }

        var source = plan.HandleContacts > 0
            ? Text($"by hour of the day, learned from {plan.HandleContacts:#,0} recent contacts") : "as given";
        Say($"Handle time: {seconds:0} s on average, {source}.");
        var staffing = order.Request.Staffing;
        if (staffing.Goals is not { } goals)
        {
            Say($"Work: {plan.WorkHours():#,0} hours. Maybe set a goal to see agents: --answer 80/20.");
            return;
        }

        var patience = staffing.PatienceSeconds is { } mean
            ? Text($"callers give up after {mean:0} s on average") : "nobody gives up";
        Say($"Goal: {100 * goals.ServiceLevel:0.#} % answered within {goals.ThresholdSeconds:0} s; {patience}.");
        var away = Text($"{100 * staffing.Shrinkage.Total:0.#} % of them away from the queue");
        Say($"Agents: {plan.PeakAgents:#,0} on queue at the peak, {plan.PaidHours:#,0} paid hours in all, {away}.");
        TellUncertainty(plan, staffing);
        TellOverload(plan, staffing);
    }

    private static void TellUncertainty(QueuePlan plan, StaffingRequest staffing)
    {
        if (staffing.UncertainDays)
        {
            var variation = staffing.DayVariation ?? Math.Sqrt(plan.Forecast.Accuracy[0].Variation.DayVariance);
            var source = staffing.DayVariation is null ? "learned, in week 1" : "as given";
            Say($"The goal is met over uncertain days: their volume varies by {100 * variation:0.#} % ({source}).");
        }
    }

    private static void TellOverload(QueuePlan plan, StaffingRequest staffing)
    {
        var all = plan.Overloaded().ToArray();
        if (staffing is not { MostAgents: { } most, Goals: { } goals } || all.Length == 0)
        {
            return;
        }

        var offered = all.Sum(row => row.Interval.Offered);
        var level = offered > 0 ? all.Sum(row => row.Interval.Offered * row.Overloaded.Row.ServiceLevel) / offered : 1;
        var worst = all.MaxBy(row => row.Overloaded.Row.Backlog);
        var at = worst.Interval.Start.LocalDateTime.ToString("ddd uuuu-MM-dd HH:mm", ForecastNames.Culture);
        var unserved = all.Sum(row => row.Overloaded.Row.Unserved);
        Say($"With {most:#,0} agents at most: {100 * level:0.#} % answered within {goals.ThresholdSeconds:0} s.");
        Say($"At worst {worst.Overloaded.Row.Backlog:#,0} wait ({at}).");
        Say($"{unserved:#,0} are not answered before it closes.");
    }

    private static void TellAccuracy(QueuePlan plan)
    {
        Terminal.Out.WriteLine();
        foreach (var accuracy in plan.Forecast.Accuracy)
        {
            Terminal.Out.MarkupLineInterpolated(
                $"[bold]{ForecastNames.First(accuracy.Horizon.ToString())}[/]: {accuracy.Method}. {accuracy.Reason}");
        }

        if (plan.Forecast.Accuracy.Any(accuracy => accuracy.Rehearsals > 0))
        {
            Terminal.Out.Write(ForecastTables.Accuracy(plan.Forecast));
            Terminal.Out.WriteLine("WAPE: errors as a part of the volume when the past is forecast; naive: that of "
                + "\"last week again\"; chance: what no method can avoid; bias above 0: too much was forecast.");
        }
    }

    private static void TellRemarks(QueuePlan plan)
    {
        string[] remarks =
        [
            .. plan.Forecast.Remarks.Select(remark => remark.Sentence),
            .. plan.Forecast.SpecialDays.Select(effect => Text(
                $"{effect.Name}: {100 * effect.Factor:0} % of an ordinary day, {100 * effect.FactorAfter:0} % on ")
                + Text($"the next open day; learned from {effect.Seen} of them.")),
        ];
        if (remarks.Length > 0)
        {
            Terminal.Out.WriteLine();
            Say($"About the data:");
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
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1))
            .AddColumn(new GridColumn().Padding(0, 0));
        Terminal.Out.Write(grid.AddRow(new Text("-"), new Text(sentence)));
    }

    private static void Say(FormattableString sentence) => Terminal.Out.WriteLine(Text(sentence));

    private static string Span(LocalDate first, LocalDate last) =>
        Text($"{first:uuuu-MM-dd} to {last:uuuu-MM-dd}, {Period.DaysBetween(first, last) + 1} days");

    private static string Text(FormattableString text) => text.ToString(ForecastNames.Culture);

    [GeneratedRegex("[▒░]+")]
    private static partial Regex Coming();
}
