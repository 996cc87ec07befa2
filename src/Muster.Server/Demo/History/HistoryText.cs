using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Demo.History;

/// <summary>A sample's calls as a file of history that can be imported, at their new dates.</summary>
public static class HistoryText
{
    private static readonly LocalDateTimePattern Pattern =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Of one queue; rows are a time ("2003-03-03 07:00:00") and its calls.</summary>
    public static string OfQueue(string csv, string queue, Redating dates)
    {
        var text = new StringBuilder("queue,start,offered\n");
        foreach (var row in CsvLines.Of(csv))
        {
            if (dates.Of(CallTypes.TimeOf(row[0][..10], row[0][11..16])) is { } at)
            {
                Append(text, queue, at, CallTypes.Number(row[1])).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Of a queue for each type; rows are a date, a time and the calls of all types.</summary>
    public static string OfTypes(string csv, CallTypes types, Redating dates)
    {
        var text = new StringBuilder("queue,start,offered,aht\n");
        var names = types.Names.Select(name => (name, Seconds: types.HandleSeconds(name) ?? 0)).ToList();
        foreach (var row in CsvLines.Of(csv))
        {
            var was = CallTypes.TimeOf(row[0], row[1]);
            if (dates.Of(was) is not { } at)
            {
                continue;
            }

            foreach (var (name, seconds) in names)
            {
                Append(text, name, at, types.Of(name, was, CallTypes.Number(row[2])))
                    .Append(CultureInfo.InvariantCulture, $",{seconds:0.#}\n");
            }
        }

        return text.ToString();
    }

    private static StringBuilder Append(StringBuilder text, string queue, LocalDateTime at, double calls) =>
        text.Append(queue).Append(',').Append(Pattern.Format(at)).Append(',')
            .Append(CultureInfo.InvariantCulture, $"{calls:0.###}");
}
