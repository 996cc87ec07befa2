using Muster.Forecasting.Results;
using Muster.Server.Demand;
using NodaTime;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>Forecasts in tables that fit into 80 columns.</summary>
internal static class ForecastTables
{
    public static Table Weeks(QueuePlan plan)
    {
        var table = Numbers("week from", "offered", "80 % range", "busiest");
        if (plan.IsStaffed)
        {
            table.AddColumn(new TableColumn("agents").RightAligned());
            table.AddColumn(new TableColumn("hours").RightAligned());
        }

        foreach (var week in plan.Weeks())
        {
            string[] cells =
            [
                Day(week.First), Text($"{week.Offered:#,0}"), Text($"{week.Range.Low:#,0} - {week.Range.High:#,0}"),
                week.Busiest is { } busiest
                    ? busiest.Start.LocalDateTime.ToString("ddd HH:mm", ForecastNames.Culture)
                        + Text($" {busiest.Offered:#,0}")
                    : "closed",
                Text($"{week.PeakAgents:#,0}"), Text($"{week.PaidHours:#,0}"),
            ];
            table.AddRow(cells[..table.Columns.Count]);
        }

        return table;
    }

    public static Table Accuracy(Forecast forecast)
    {
        var table = Numbers("ahead", "WAPE", "naive", "chance", "MASE", "bias", "in 80 %", "in 95 %");
        foreach (var accuracy in forecast.Accuracy.Where(accuracy => accuracy.Rehearsals > 0))
        {
            table.AddRow(
                accuracy.Horizon.ToString(), Part(accuracy.Wape), Part(accuracy.NaiveWape), Part(accuracy.PoissonFloor),
                double.IsFinite(accuracy.Mase) ? Text($"{accuracy.Mase:0.00}") : "-",
                double.IsFinite(accuracy.Bias) ? Text($"{100 * accuracy.Bias:+0.0;-0.0;0.0} %") : "-",
                Part(accuracy.Coverage80), Part(accuracy.Coverage95));
        }

        return table;
    }

    public static Table Queues(IReadOnlyList<QueuePlan> plans)
    {
        var table = Numbers("queue", "history", "offered", "WAPE", "naive");
        var isStaffed = plans.Any(plan => plan.IsStaffed);
        if (isStaffed)
        {
            table.AddColumn(new TableColumn("agents").RightAligned());
            table.AddColumn(new TableColumn("hours").RightAligned());
        }

        foreach (var plan in plans)
        {
            var near = plan.Forecast.Accuracy[0];
            string[] cells =
            [
                plan.Queue.EscapeMarkup(), Text($"{plan.History.DayCount} days"), Text($"{plan.Forecast.Total:#,0}"),
                Part(near.Wape), Part(near.NaiveWape),
                plan.IsStaffed ? Text($"{plan.PeakAgents:#,0}") : "-",
                plan.IsStaffed ? Text($"{plan.PaidHours:#,0}") : "-",
            ];
            table.AddRow(cells[..table.Columns.Count]);
        }

        return table;
    }

    /// <summary>The first column is a name, the others are numbers.</summary>
    private static Table Numbers(params string[] columns)
    {
        var table = Terminal.Table(columns);
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        return table;
    }

    private static string Part(double part) => double.IsFinite(part) ? Text($"{100 * part:0.0} %") : "-";

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", ForecastNames.Culture);

    private static string Text(FormattableString text) => text.ToString(ForecastNames.Culture);
}
