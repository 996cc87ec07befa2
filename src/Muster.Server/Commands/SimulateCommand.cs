using System.CommandLine;
using Muster.Server.Simulate;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster simulate</c>: a contact centre that follows its schedules, told to a node as by an ACD.</summary>
public static class SimulateCommand
{
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var command = new Command("simulate", "Send the events of a centre that follows its schedules, as an ACD does");
        var flags = new SimulateFlags(command);
        command.SetAction((parsed, token) => RunAsync(flags.Read(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(SimulateOptions options, CancellationToken token)
    {
        var summary = Console.IsOutputRedirected
            ? await PlainAsync(options, token)
            : await Terminal.Out.Status().StartAsync("Reading the schedules.", status => SimulatorOf(
                options, news => status.Status(SimulateTables.Sentence(news).EscapeMarkup())).RunAsync(token));
        SimulateTables.Write(summary);
        return summary.Refused > 0 ? MusterCommand.Failed : 0;
    }

    private static Task<SimulateSummary> PlainAsync(SimulateOptions options, CancellationToken token)
    {
        var (time, told) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        return SimulatorOf(options, news =>
        {
            if (time.GetElapsedTime(told) >= BetweenNews)
            {
                told = time.GetTimestamp();
                Terminal.Out.WriteLine(SimulateTables.Sentence(news));
            }
        }).RunAsync(token);
    }

    private static CentreSimulator SimulatorOf(SimulateOptions options, Action<SimulateNews> news) =>
        new(options, TimeProvider.System, sentence => Terminal.Out.WriteLine(sentence)) { News = news };
}
