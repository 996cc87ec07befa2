using System.CommandLine;
using Muster.Server.Scheduling;
using Muster.Server.Scheduling.Plain;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster build</c>: schedules from a plain file, without a server or a database.</summary>
public static class BuildCommand
{
    private const int MostSeconds = 86_400;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "JSON: who, by which work plans, for what; docs/scheduling.md tells the form",
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long to search; Ctrl+C ends it earlier with the best",
        DefaultValueFactory = _ => 60,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Another seed, another search",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write the schedules there, as JSON",
    };

    public static Command Create()
    {
        Seconds.Validators.Add(result =>
        {
            if (result.GetValue(Seconds) is < 1 or > MostSeconds)
            {
                result.AddError($"--seconds must be 1 to {MostSeconds}.");
            }
        });
        var command = new Command("build", "Build schedules from a JSON file") { File, Seconds, Seed, Out };
        command.SetAction((parsed, token) => RunAsync(
            new BuildOrder(
                parsed.GetRequiredValue(File), parsed.GetValue(Seconds), parsed.GetValue(Seed), parsed.GetValue(Out)),
            token));
        return command;
    }

    private static async Task<int> RunAsync(BuildOrder order, CancellationToken token)
    {
        using var file = new StreamReader(PlainFile.Open(order.File));
        var input = PlainProblems.Read(await file.ReadToEndAsync(token)).OrRefuse();
        var search = new BuildSearch(
            input.Problem, order.Seed, TimeSpan.Zero, TimeSpan.FromSeconds(order.Seconds), TimeProvider.System);
        await using var ending = token.Register(search.End);
        var searching = Task.Factory.StartNew(
            () => search.Run(CancellationToken.None), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        if (Console.IsErrorRedirected)
        {
            await searching;
        }
        else
        {
            await Terminal.Error.Status().StartAsync("Searching.", status => WatchAsync(search, searching, status));
        }

        var report = new BuildReport(input, search.News!);
        if (order.Out is { } place)
        {
            await PlainFile.WriteAsync(place, report.Schedule.Write(), CancellationToken.None);
        }

        report.Write();
        return report.IsValid ? 0 : MusterCommand.Failed;
    }

    private static async Task WatchAsync(BuildSearch search, Task searching, StatusContext status)
    {
        while (!searching.IsCompleted)
        {
            await Task.WhenAny(searching, Task.Delay(LookEvery, TimeProvider.System, CancellationToken.None));
            if (search.News is { } news)
            {
                status.Status(BuildReport.Sentence(news));
            }
        }

        await searching;
    }
}
