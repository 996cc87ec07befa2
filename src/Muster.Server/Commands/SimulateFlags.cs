using System.CommandLine;
using Muster.Domain.Outcomes;
using Muster.Server.Simulate;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>The flags of <c>muster simulate</c>. What is wrong with them is told all together.</summary>
internal sealed class SimulateFlags
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private readonly Argument<string?> _unit = new("unit")
    {
        Description = "Business unit or management unit, by name or id; the only business unit when absent",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _server = new("--server")
    {
        Description = "Address of a node",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7070",
    };

    private readonly Option<string?> _client = new("--client-id")
    {
        Description = "The API client that reads and sends, as `muster token create` prints it; "
            + $"{NodeFlags.ClientVariable} in the environment when absent",
        HelpName = "ID",
    };

    private readonly Option<FileInfo?> _secret = new("--secret-file")
    {
        Description = $"File with the client's secret; {FeedCommand.SecretVariable} in the environment when absent",
        HelpName = "FILE",
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "Name of the source; made if there is none",
        HelpName = "NAME",
        DefaultValueFactory = _ => "simulator",
    };

    private readonly Option<string?> _date = new("--date")
    {
        Description = "Only this day; today and every day that follows when absent",
        HelpName = "DATE",
    };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "From when on; what is over is sent first. Now when absent, with --date from midnight",
        HelpName = "TIME",
    };

    private readonly Option<string?> _until = new("--until") { Description = "Ends then", HelpName = "TIME" };

    private readonly Option<double?> _speed = new("--speed")
    {
        Description = "So many times as fast as the clock, up to now; as fast as can be when absent",
        HelpName = "FACTOR",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Another seed, another day",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _forecast = new("--forecast")
    {
        Description = "By which calls come: name or id; the latest that has the day when absent",
        HelpName = "NAME",
    };

    private readonly Option<bool> _map = new("--map")
    {
        Description = "Map the states in the adherence rules, where they are not mapped",
    };

    private readonly HabitFlags _habits;

    public SimulateFlags(Command command)
    {
        command.Add(_unit);
        foreach (var option in (Option[])
            [_server, _client, _secret, _source, _date, _from, _until, _speed, _seed, _forecast, _map])
        {
            command.Add(option);
        }

        _habits = new HabitFlags(command);
    }

    /// <exception cref="StartRefusedException">Flags are wrong.</exception>
    public SimulateOptions Read(ParseResult parsed)
    {
        var checks = new FieldChecks();
        var options = new SimulateOptions
        {
            Unit = parsed.GetValue(_unit),
            Node = FeedCommand.Address(parsed.GetRequiredValue(_server)),
            Client = NodeFlags.ClientOf(parsed.GetValue(_client)),
            Secret = FeedCommand.Secret(parsed.GetValue(_secret)),
            Source = parsed.GetRequiredValue(_source),
            Date = Day(parsed.GetValue(_date), checks),
            From = Time("--from", parsed.GetValue(_from), checks),
            Until = Time("--until", parsed.GetValue(_until), checks),
            Speed = parsed.GetValue(_speed),
            Seed = parsed.GetValue(_seed),
            Forecast = parsed.GetValue(_forecast),
            Map = parsed.GetValue(_map),
            Habits = _habits.Read(parsed),
        };
        Refusal[] wrong = [.. ((Refusal?[])[checks.Refusal, options.Check()]).OfType<Refusal>()];
        return wrong.Length > 0
            ? throw new StartRefusedException(string.Join('\n', wrong.Select(RefusalText.Of)))
            : options;
    }

    private static LocalDate? Day(string? text, FieldChecks checks)
    {
        if (text is null)
        {
            return null;
        }

        var day = LocalDatePattern.Iso.Parse(text);
        checks.That(day.Success, "--date", $"\"{text}\" is no day.\nMaybe write it as 2026-03-04.");
        return day.Success ? day.Value : null;
    }

    private static LocalTime? Time(string flag, string? text, FieldChecks checks)
    {
        if (text is null)
        {
            return null;
        }

        var time = Clock.Parse(text);
        checks.That(time.Success, flag, $"\"{text}\" is no time of the day.\nMaybe write it as 09:30.");
        return time.Success ? time.Value : null;
    }
}
