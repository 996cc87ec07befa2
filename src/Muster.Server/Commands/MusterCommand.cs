using System.CommandLine;
using Muster.Storage;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>The program: every command, and the edge where a failure becomes a sentence and an exit code.</summary>
public static class MusterCommand
{
    /// <summary>Something was refused or failed.</summary>
    public const int Failed = 1;

    /// <summary>Muster itself is wrong (EX_SOFTWARE of sysexits.h).</summary>
    public const int Faulted = 70;

    // Longer than requests and PostgreSQL are given together: then the process would be cut off.
    private static readonly TimeSpan OrderlyStop = TimeSpan.FromSeconds(45);

    public static RootCommand Create()
    {
        var root = new RootCommand("Muster plans a contact centre's people and keeps plan and reality in step.");
        root.Add(ServeCommand.Create());
        root.Add(DemoCommand.Create());
        root.Add(HealthCommand.Create());
        root.Add(ClusterCommand.Create());
        root.Add(RolesCommand.Create());
        root.Add(OptionsCommand.Create());
        root.Add(DatabaseCommand.Create());
        root.Add(UserCommand.Create());
        root.Add(TokenCommand.Create());
        root.Add(SyncCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(PlanCommand.Create());
        root.Add(FeedCommand.Create());
        root.Add(SimulateCommand.Create());
        root.Add(AdherenceCommand.Create());
        root.Add(ForecastCommand.Create());
        root.Add(StaffingCommand.Create());
        root.Add(BuildCommand.Create());
        root.Add(OpenApiCommand.Create());
        root.Add(CompletionCommand.Create());
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments, CancellationToken token)
    {
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = OrderlyStop,
            };
            return await Create().Parse(arguments).InvokeAsync(configuration, token);
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (StartRefusedException refused)
        {
            Say(refused.Message);
            return Failed;
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            Say($"The database does not answer: {problem.Message}\nMaybe look at `muster health`.");
            return Failed;
        }
        catch (Exception fault) // Edge: process.
        {
            Say($"This is a fault of Muster: {fault.Message}\nMaybe report it with what follows.");
            await Console.Error.WriteLineAsync(fault.ToString());
            return Faulted;
        }
    }

    private static void Say(string sentenceAndAdvice)
    {
        foreach (var line in sentenceAndAdvice.Split('\n'))
        {
            Terminal.Error.WriteLine(
                line, line.StartsWith("Maybe", StringComparison.Ordinal) ? Style.Plain : new Style(Color.Red));
        }
    }
}
