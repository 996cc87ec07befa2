using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using NodaTime.Text;

namespace Muster.Server.Demand;

/// <summary>
/// Closed and special days as lines of text: <c>2026-12-25</c> or <c>2026-12-25,closed</c> is a closed day,
/// <c>2026-12-23,mailing</c> a special one of that type. Empty lines, a header and lines after # are left out.
/// </summary>
public static class CalendarFile
{
    private const string Closed = "closed";

    /// <returns>The calendar; or what is wrong, by line.</returns>
    public static Outcome<SiteCalendar> Read(IEnumerable<string> lines, string name)
    {
        var calendar = SiteCalendar.Empty;
        var checks = new FieldChecks();
        foreach (var (index, line) in lines.Index())
        {
            var parts = line.Split([',', ';', '=', '\t'], 2, StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0 || parts[0][0] == '#' || (index == 0 && !char.IsDigit(parts[0][0])))
            {
                continue;
            }

            var day = LocalDatePattern.Iso.Parse(parts[0]);
            checks.That(day.Success, FormattableString.Invariant($"{name}, line {index + 1}:"),
                $"\"{parts[0]}\" is no day.\nMaybe write it as 2026-12-25.");
            var type = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : Closed;
            calendar = !day.Success ? calendar
                : type.Equals(Closed, StringComparison.OrdinalIgnoreCase) ? calendar.WithClosed(day.Value)
                : calendar.WithSpecial(type, day.Value);
        }

        return checks.Refusal is { } wrong ? wrong : calendar;
    }
}
