using System.CommandLine;
using Muster.Server.Demo;
using Muster.Server.Demo.Steps;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster plan</c>: a contact centre of one's own on a running node, from files to a published schedule. Each step
/// looks what is there and does what is missing, so it may be run again.
/// </summary>
public static class PlanCommand
{
    private const int MostWeeks = 6;
    private const int MostSeconds = 3600;

    private static readonly Argument<FileInfo> Centre = new("centre")
    {
        Description = "YAML: units, skills, planning groups, work plans; docs/first-hour.md tells the form",
    };

    private static readonly Option<int> Weeks = Number("--weeks", "How many weeks are planned", 4, MostWeeks);

    private static readonly Option<int> Seconds =
        Number("--seconds", "How long the schedules of each unit are searched", 60, MostSeconds);

    public static Command Create() => new("plan", "Plan a contact centre on a running node, step by step")
    {
        Step("organization", "Make what the file says: units, skills, codes, goals, work plans, rules of adherence",
            ground => [new RulesStep(ground)]),
        CreatePeople(),
        CreateHistory(),
        Step("forecast", "Forecast the weeks after the history, and reckon who is required",
            ground => [new ForecastStep(ground), new StaffingStep(ground)], Weeks),
        Step("build", "Build the schedules of the forecast's weeks", ground => [new BuildStep(ground)], Weeks, Seconds),
        Step("publish", "Publish what was built, to every node", ground => [new PlanPublishing(ground)]),
    };

    private static Command CreatePeople()
    {
        var file = new Argument<FileInfo>("people") { Description = "CSV: who works there" };
        return Step("people", "Hire whoever of a CSV file is not there yet, by employee number",
            (ground, parsed) => [new PlanPeople(ground, parsed.GetRequiredValue(file))], [file]);
    }

    private static Command CreateHistory()
    {
        var file = new Argument<FileInfo>("calls") { Description = "CSV: queue, start, offered, and aht if known" };
        var minutes = Number("--minutes", "Length of its intervals", 15, 60);
        var isMoved = new Option<bool>("--to-last-week")
        {
            Description = "Move it by whole weeks, so that it ends last Sunday: for a sample, not for your own",
        };
        return Step("history", "Import a CSV file of past calls", (ground, parsed) =>
        [
            new PlanHistory(ground, parsed.GetRequiredValue(file))
            {
                Minutes = parsed.GetValue(minutes), IsMoved = parsed.GetValue(isMoved),
            },
        ], [file, minutes, isMoved]);
    }

    private static Command Step(
        string name, string description, Func<CentreGround, IReadOnlyList<ICentreStep>> steps, params Symbol[] more) =>
        Step(name, description, (ground, _) => steps(ground), more);

    private static Command Step(
        string name, string description, Func<CentreGround, ParseResult, IReadOnlyList<ICentreStep>> steps,
        Symbol[] more)
    {
        var command = new Command(name, description) { Centre };
        foreach (var symbol in more)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        var flags = new NodeFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            var content = await PlanContent.ReadAsync(parsed.GetRequiredValue(Centre), token);
            content = content with { Build = new(WeeksOf(parsed, more), SecondsOf(parsed, more)) };
            using var client = await CentreClient.EnterAsync(
                flags.NodeOf(parsed), flags.CredentialsOf(parsed), TimeProvider.System, token);
            var ground = PlanContent.GroundOf(content, client);
            foreach (var step in (ICentreStep[])[new OrganizationStep(ground), .. steps(ground, parsed)])
            {
                await CentreTelling.RunAsync(step, token);
            }
        });
        return command;
    }

    private static int WeeksOf(ParseResult parsed, Symbol[] more) =>
        more.Contains(Weeks) ? parsed.GetValue(Weeks) : 1;

    private static int SecondsOf(ParseResult parsed, Symbol[] more) =>
        more.Contains(Seconds) ? parsed.GetValue(Seconds) : 1;

    private static Option<int> Number(string name, string description, int normal, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => normal };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1 || result.GetValueOrDefault<int>() > most)
            {
                result.AddError($"{name} must be 1 to {most}.");
            }
        });
        return option;
    }
}
