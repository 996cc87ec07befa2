using System.Globalization;
using Muster.Server.Simulate;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>A simulation in words and tables.</summary>
internal static class SimulateTables
{
    private const double Hundred = 100;

    public static string Sentence(SimulateNews news) => string.Create(CultureInfo.InvariantCulture,
        $"{news.Now:uuuu-MM-dd HH:mm:ss}: {news.Sent} lines sent, {news.Calls.Offered} calls came, ")
        + $"service level {Percent(news.Calls.ServiceLevel)}.{(news.IsOut ? " The feed is out." : "")}";

    public static void Write(SimulateSummary summary)
    {
        if (summary.Last is { } day)
        {
            if (day.Queues.Count > 0)
            {
                Terminal.Out.Write(QueuesOf(day));
            }

            Terminal.Out.WriteLine($"{day.Until:uuuu-MM-dd HH:mm:ss}: {day.Scheduled} agents had a shift; {day.Sick} "
                + $"sick, {day.Late} late, {day.LeavingEarly} leaving early.");
        }

        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Accepted} lines taken in, {summary.Duplicates} were there before, {summary.Refused} cannot be ")
            + string.Create(CultureInfo.InvariantCulture, $"used. Position {summary.Position}."));
    }

    private static Table QueuesOf(SimulatedDay day)
    {
        var table = Terminal.Table("queue", "came", "answered", "gave up", "in time", "handle time");
        foreach (var queue in day.Queues)
        {
            table.AddRow([.. Cells(queue.Name, queue.Calls).Select(Markup.Escape)]);
        }

        var all = day.Queues.Aggregate(default(IntervalCounts), (sum, queue) => sum + queue.Calls);
        return day.Queues.Count > 1 ? table.AddRow([.. Cells("all", all)]) : table;
    }

    private static IEnumerable<string> Cells(string name, IntervalCounts calls) =>
    [
        name, Number(calls.Offered), Number(calls.Answered), Number(calls.Abandoned), Percent(calls.ServiceLevel),
        calls.MeanHandleSeconds is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
            : "-",
    ];

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double? part) => part is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known * Hundred:0.0} %")
        : "-";
}
