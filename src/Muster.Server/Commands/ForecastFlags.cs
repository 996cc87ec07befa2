using System.CommandLine;
using System.Globalization;
using Muster.Domain.Outcomes;
using Muster.Domain.Time;
using Muster.Forecasting.History;
using Muster.Forecasting.Staffing;
using Muster.Server.Demand;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>The flags of <c>muster forecast</c>. What is wrong with them is told all together.</summary>
internal sealed class ForecastFlags
{
    private const int MostWeeks = 57;

    private readonly Argument<FileInfo> _file = new("file") { Description = "CSV in UTF-8, a row for each interval" };
    private readonly Option<int> _weeks = new("--weeks")
    {
        Description = "How many weeks",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<string?> _from = Text("--from", "DATE", "First day; else the day after the history's last");
    private readonly Option<string?> _zone = Text("--zone", "IANA",
        "The site's time zone, such as Europe/Berlin; else times count as written, and clocks are never moved");
    private readonly Option<string[]> _queue = Texts("--queue", "NAME", "Only this queue; may be repeated");
    private readonly Option<FileInfo?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write the plan there, as CSV",
    };

    private readonly Option<int?> _interval = new("--interval")
    {
        HelpName = "MINUTES",
        Description = "Length of an interval; else that of the file, but 15 at least",
    };

    private readonly Option<string[]> _closed = Texts(
        "--closed", "DATE", "A closed day, past or to come; may be repeated");
    private readonly Option<string[]> _special = Texts(
        "--special", "DATE=TYPE", "A special day; days of one type share what was learned; may be repeated");
    private readonly Option<FileInfo?> _holidays = new("--holidays")
    {
        HelpName = "FILE",
        Description = "Closed and special days, a line each: 2026-12-25,closed or 2026-12-23,mailing",
    };

    private readonly Option<string?> _answer = Text(
        "--answer", "PERCENT/SECONDS", "Agents for this service level: 80/20 is 80 % answered within 20 seconds");
    private readonly Option<double?> _patience = Number(
        "--patience", "SECONDS", "Mean time before callers give up; else nobody does");
    private readonly Option<double?> _shrinkage = Number(
        "--shrinkage", "PERCENT", "Part of paid time away from the queue");
    private readonly Option<double?> _aht = Number(
        "--aht", "SECONDS", "Mean handle time of queues whose history has none");
    private readonly Option<string?> _dayFactor = Text("--day-factor", "PERCENT",
        "Meet the goal over days that turn out so much busier or quieter (standard deviation), or \"learned\"");
    private readonly Option<int?> _carryOver = new("--carry-over")
    {
        HelpName = "AGENTS",
        Description = "At most so many on queue; calls that they do not serve wait for the next interval",
    };

    private readonly Option<string[]> _column = Texts("--column", "ROLE=NAME",
        "What a column is: timestamp, date, time, queue, volume, handled, handle-mean or handle-sum; may be repeated");
    private readonly Option<string?> _dates = Text("--dates", "ORDER", "day-first or month-first");
    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as JSON" };

    public ForecastFlags(Command command)
    {
        command.Add(_file);
        foreach (var option in (Option[])
            [
                _weeks, _from, _zone, _queue, _out, _interval, _closed, _special, _holidays, _answer, _patience,
                _shrinkage, _aht, _dayFactor, _carryOver, _column, _dates, _json,
            ])
        {
            command.Add(option);
        }
    }

    /// <exception cref="StartRefusedException">Flags are wrong.</exception>
    public ForecastOrder Read(ParseResult parsed)
    {
        var checks = new FieldChecks();
        var weeks = parsed.GetValue(_weeks);
        checks.That(weeks is >= 1 and <= MostWeeks, "--weeks", $"{weeks} is not 1 to {MostWeeks}.\nMaybe 4.");
        var request = new PlanRequest
        {
            Weeks = weeks,
            From = parsed.GetValue(_from) is { } from ? Day(from, "--from", checks) : null,
            Zone = Zone(parsed.GetValue(_zone), checks),
            Minutes = Interval(parsed.GetValue(_interval), checks),
            Calendar = Calendar(parsed, checks),
            Staffing = Staffing(parsed, checks),
        };
        var file = parsed.GetRequiredValue(_file);
        var reading = new HistoryFileOptions
        {
            Name = file.Name,
            Columns = HistoryFileOptions.ReadColumns(parsed.GetValue(_column) ?? [], "--column", checks),
            DateOrder = Order(parsed.GetValue(_dates), checks),
        };
        return checks.Refusal is { } wrong ? throw new StartRefusedException(RefusalText.Of(wrong)) : new ForecastOrder(
            file, reading, request, parsed.GetValue(_queue) ?? [], parsed.GetValue(_out), parsed.GetValue(_json));
    }

    private static DateTimeZone? Zone(string? name, FieldChecks checks)
    {
        if (name is null)
        {
            return null;
        }

        var zone = TimeZones.Find(name);
        var town = TimeZones.Names.FirstOrDefault(
            known => known.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase));
        checks.That(zone.Refused is null, "--zone", town is null
            ? TimeZones.WhyNot(name) : $"is no time zone: {name}.\nMaybe {town} is meant.");
        return zone.Refused is null ? zone.Value : null;
    }

    private static int? Interval(int? minutes, FieldChecks checks)
    {
        checks.That(minutes is null || IntervalSeries.Lengths.Contains(minutes.Value), "--interval",
            $"{minutes} is no length of an interval.\nMaybe {string.Join(", ", IntervalSeries.Lengths)}.");
        return minutes;
    }

    private SiteCalendar Calendar(ParseResult parsed, FieldChecks checks)
    {
        var calendar = SiteCalendar.Empty;
        if (parsed.GetValue(_holidays) is { } file)
        {
            calendar = CalendarFile.Read(PlainFile.Lines(file), file.Name).OrRefuse();
        }

        foreach (var text in parsed.GetValue(_closed) ?? [])
        {
            calendar = Day(text, "--closed", checks) is { } day ? calendar.WithClosed(day) : calendar;
        }

        foreach (var text in parsed.GetValue(_special) ?? [])
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            var type = parts.Length == 2 ? parts[1] : "";
            checks.That(type.Length > 0, "--special", $"\"{text}\" names no type.\n"
                + "Maybe write it as 2026-12-23=mailing.");
            calendar = Day(parts[0], "--special", checks) is { } day ? calendar.WithSpecial(type, day) : calendar;
        }

        return calendar;
    }

    private StaffingRequest Staffing(ParseResult parsed, FieldChecks checks)
    {
        var (patience, shrinkage) = (parsed.GetValue(_patience), parsed.GetValue(_shrinkage));
        var (aht, answer) = (parsed.GetValue(_aht), parsed.GetValue(_answer));
        var (dayFactor, most) = (parsed.GetValue(_dayFactor), parsed.GetValue(_carryOver));
        Within(checks, "--patience", patience, 1, 1e6);
        Within(checks, "--aht", aht, 1, 1e6);
        Within(checks, "--shrinkage", shrinkage, 0, 95);
        Within(checks, "--carry-over", most, 1, StaffingGoals.MostAgents);
        checks.That(answer is not null || ((patience ?? shrinkage ?? most) is null && dayFactor is null), "--answer",
            "is missing: --patience, --shrinkage, --day-factor and --carry-over are about agents, which need a goal."
                + "\nMaybe --answer 80/20.");
        checks.That(most is null || patience is null, "--carry-over",
            "is of calls that wait until they are answered, and with --patience they hang up."
                + "\nMaybe leave --patience out.");
        return new StaffingRequest
        {
            Goals = answer is null ? null : Goals(answer, checks),
            PatienceSeconds = patience,
            UncertainDays = dayFactor is not null,
            DayVariation = dayFactor is null or "learned" ? null : Variation(dayFactor, checks),
            MostAgents = most,
            Shrinkage = shrinkage is > 0 ? Shrinkage.Of(shrinkage.Value / 100) : Shrinkage.None,
            HandleSeconds = aht,
        };
    }

    private static double Variation(string text, FieldChecks checks)
    {
        var isRight = Number(text, out var percent) && percent is > 0 and <= 100;
        checks.That(isRight, "--day-factor", $"\"{text}\" is neither over 0 to 100 percent nor \"learned\"."
            + "\nMaybe --day-factor learned.");
        return percent / 100;
    }

    private static StaffingGoals Goals(string text, FieldChecks checks)
    {
        var parts = text.Split('/');
        var isRight = parts.Length == 2 & Number(parts[0], out var level) & Number(parts[^1], out var seconds)
            && level is > 0 and < 100 && seconds is >= 0 and <= 1e6;
        checks.That(isRight, "--answer", $"\"{text}\" is no service level: over 0 and below 100 percent, and seconds."
            + "\nMaybe 80/20.");
        return new StaffingGoals { ServiceLevel = level / 100, ThresholdSeconds = seconds };
    }

    private static bool Number(string text, out double number) => double.TryParse(
        text.TrimEnd('%', 's', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static void Within(FieldChecks checks, string flag, double? value, double least, double most) =>
        checks.That(value is null || (value >= least && value <= most), flag, FormattableString.Invariant(
            $"{value} is not {least} to {most:0}.\nMaybe another unit is meant."));

    private static DateOrder? Order(string? text, FieldChecks checks)
    {
        checks.That(text is null or "day-first" or "month-first", "--dates", $"\"{text}\" is no order.\n"
            + "Maybe day-first or month-first.");
        return text is null ? null : text == "day-first" ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    private static LocalDate? Day(string text, string flag, FieldChecks checks)
    {
        var day = LocalDatePattern.Iso.Parse(text);
        checks.That(day.Success, flag, $"\"{text}\" is no day.\nMaybe write it as 2026-12-25.");
        return day.Success ? day.Value : null;
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };

    private static Option<string[]> Texts(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };

    private static Option<double?> Number(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };
}
