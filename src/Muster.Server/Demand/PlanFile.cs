using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace Muster.Server.Demand;

/// <summary>Plans as a CSV file. It is there as a whole or not at all: written beside its place, and moved.</summary>
public static class PlanFile
{
    private const string Header =
        "queue,start,offset,offered,low,high,handle_seconds,agents_required,agents_scheduled";

    private const string OverloadedHeader = ",agents_on_queue,service_level,answer_seconds,backlog";

    private static readonly LocalDateTimePattern Local =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly OffsetPattern Hours = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <param name="hasOffsets">Without a zone nobody knows them, and they stay empty.</param>
    public static async Task WriteAsync(
        string path, IEnumerable<QueuePlan> plans, bool hasOffsets, CancellationToken token)
    {
        var draft = $"{path}.{Environment.ProcessId}.part";
        try
        {
            await using (var writer = new StreamWriter(draft, false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                var all = plans.ToArray();
                var isOverloaded = all.Any(plan => plan.Overloaded().Any());
                await writer.WriteLineAsync(isOverloaded ? Header + OverloadedHeader : Header);
                foreach (var plan in all)
                {
                    token.ThrowIfCancellationRequested();
                    await writer.WriteAsync(Rows(plan, hasOffsets, isOverloaded), token);
                }
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static StringBuilder Rows(QueuePlan plan, bool hasOffsets, bool isOverloaded)
    {
        var rows = new StringBuilder();
        var queue = Quoted(plan.Queue);
        foreach (var interval in plan.Intervals)
        {
            var start = Local.Format(interval.Start.LocalDateTime);
            var offset = hasOffsets ? Hours.Format(interval.Start.Offset) : "";
            rows.Append(CultureInfo.InvariantCulture, $"{queue},{start},{offset},");
            rows.Append(CultureInfo.InvariantCulture, $"{interval.Offered:0.##},{interval.Low:0.##},");
            rows.Append(CultureInfo.InvariantCulture, $"{interval.High:0.##},{interval.HandleSeconds:0.#},");
            rows.Append(CultureInfo.InvariantCulture, $"{interval.Required},{interval.Scheduled}");
            rows.Append(isOverloaded ? Overloaded(interval.Overloaded) : "").Append('\n');
        }

        return rows;
    }

    private static string Overloaded(OverloadedInterval? overloaded) => overloaded is var (agents, row)
        ? string.Create(CultureInfo.InvariantCulture,
            $",{agents},{row.ServiceLevel:0.####},{row.AverageAnswerSeconds:0.#},{row.Backlog:0.##}")
        : ",,,,";

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",;\"\r\n") < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
