using System.CommandLine;
using System.Globalization;
using Muster.Domain.Outcomes;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>The flags of <c>muster staffing</c>. What is wrong with them is told all together.</summary>
internal sealed class StaffingFlags
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private readonly Command _command;
    private readonly Argument<string> _forecast = new("forecast")
    {
        Description = "Its name as the Forecast page shows it, or its id",
    };

    private readonly Option<string> _date = new("--date")
    {
        HelpName = "DATE",
        Description = "A day of the forecast",
        Required = true,
    };

    private readonly Option<string?> _from = new("--from") { HelpName = "TIME", Description = "Else from midnight" };
    private readonly Option<string?> _to = new("--to") { HelpName = "TIME", Description = "Else to midnight" };
    private readonly Option<string[]> _group = new("--group")
    {
        Description = "Agents and the planning groups they serve; may be repeated",
    };

    private readonly Option<int?> _calls = new("--calls")
    {
        HelpName = "CALLS",
        Description = "Simulated of each staffing that is tried, 10000 to 400000; else 40000",
    };

    private readonly Option<double?> _volume = new("--volume")
    {
        HelpName = "PERCENT",
        Description = "Of the forecast volume; else 100",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the answer as JSON" };

    private bool _hasAgents;

    public StaffingFlags(Command command)
    {
        _command = command;
        command.Add(_forecast);
        command.Add(_date);
        command.Add(_json);
    }

    public StaffingFlags WithWindow() => With(_from, _to);

    /// <param name="form">How a group is written; with a colon, agents are part of it.</param>
    public StaffingFlags WithGroups(string form)
    {
        (_group.HelpName, _hasAgents) = (form, form.Contains(':', StringComparison.Ordinal));
        return With(_group);
    }

    public StaffingFlags WithCalls() => With(_calls);

    public StaffingFlags WithVolume() => With(_volume);

    /// <exception cref="StartRefusedException">Flags are wrong.</exception>
    public StaffingOrder Read(ParseResult parsed)
    {
        var checks = new FieldChecks();
        var day = LocalDatePattern.Iso.Parse(parsed.GetRequiredValue(_date));
        checks.That(day.Success, "--date", $"\"{parsed.GetValue(_date)}\" is no day.\nMaybe write it as 2026-03-04.");
        var groups = (Has(_group) ? parsed.GetValue(_group) : null) ?? [];
        var order = new StaffingOrder(
            parsed.GetRequiredValue(_forecast), day.Success ? day.Value : default,
            Has(_from) ? Time("--from", parsed.GetValue(_from), checks) : null,
            Has(_to) ? Time("--to", parsed.GetValue(_to), checks) : null,
            [.. groups.Select(text => Group(text, checks))],
            Has(_calls) ? parsed.GetValue(_calls) : null, Has(_volume) ? parsed.GetValue(_volume) : null)
        {
            IsJson = parsed.GetValue(_json),
        };
        checks.That(!_hasAgents || groups.Length > 0, "--group",
            "is missing: what is reached depends on how many agents there are.\nMaybe --group both=Loans,Cards:8.");
        return checks.Refusal is { } wrong ? throw new StartRefusedException(RefusalText.Of(wrong)) : order;
    }

    private StaffingFlags With(params Option[] options)
    {
        foreach (var option in options)
        {
            _command.Add(option);
        }

        return this;
    }

    private bool Has(Option option) => _command.Options.Contains(option);

    private static LocalTime? Time(string flag, string? text, FieldChecks checks)
    {
        if (text is null || (text == "24:00" && flag == "--to"))
        {
            return null;
        }

        var time = Clock.Parse(text);
        checks.That(time.Success, flag, $"\"{text}\" is no time of the day.\nMaybe write it as 09:30.");
        return time.Success ? time.Value : null;
    }

    private StaffingGroup Group(string text, FieldChecks checks)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        var colon = _hasAgents ? parts[^1].LastIndexOf(':') : -1;
        var agents = 0;
        var isRight = parts.Length == 2 && parts[0].Length > 0 && (!_hasAgents || (colon > 0 && int.TryParse(
            parts[1][(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out agents)));
        checks.That(isRight, "--group", $"\"{text}\" is not {_group.HelpName}.\nMaybe both=Loans,Cards"
            + (_hasAgents ? ":8." : "."));
        var serves = colon > 0 ? parts[^1][..colon] : parts[^1];
        return new StaffingGroup(
            parts[0], serves.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _hasAgents ? agents : null);
    }
}
