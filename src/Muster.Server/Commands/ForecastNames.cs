using System.Globalization;
using Muster.Forecasting.History;
using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Commands;

/// <summary>How things are called in the terminal.</summary>
internal static class ForecastNames
{
    public static CultureInfo Culture { get; } = CultureInfo.InvariantCulture;

    /// <summary>"calls (volume)".</summary>
    public static IEnumerable<string> Columns(KeyValuePair<ColumnRole, IReadOnlyList<string>> role) =>
        role.Value.Select(name => $"{name} ({Of(role.Key)})");

    private static string Of(ColumnRole role) => role switch
    {
        ColumnRole.HandleMean => "mean handle time",
        ColumnRole.HandleSum => "sum of handle times",
        ColumnRole.Timestamp => "time",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>"1 row", "1,200 rows".</summary>
    public static string Count(long count, string noun) =>
        string.Create(Culture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    public static string First(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"Monday to Friday 07:00-21:00, Saturday 09:00-13:00".</summary>
    public static string Hours(OpeningHours hours)
    {
        var days = hours.Periods().GroupBy(period => period.Day)
            .Select(day => (Day: day.Key, Times: string.Join(" and ", day.Select(Times)))).ToArray();
        var texts = new List<string>();
        for (var first = 0; first < days.Length;)
        {
            var last = first;
            while (last + 1 < days.Length && days[last + 1].Times == days[first].Times
                && days[last + 1].Day == days[last].Day + 1)
            {
                last++;
            }

            var span = first == last ? Short(days[first].Day) : $"{Short(days[first].Day)} to {Short(days[last].Day)}";
            texts.Add($"{span} {days[first].Times}");
            first = last + 1;
        }

        return texts.Count == 0 ? "never" : string.Join(", ", texts);
    }

    private static string Short(IsoDayOfWeek day) => day.ToString()[..3];

    private static string Times(OpenPeriod period)
    {
        var end = period.End == LocalTime.Midnight ? "24:00" : period.End.ToString("HH:mm", Culture);
        return $"{period.Start.ToString("HH:mm", Culture)}-{end}";
    }
}
