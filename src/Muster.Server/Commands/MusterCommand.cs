using System.CommandLine;
using Muster.Storage;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>The program: every command, and the edge where a failure becomes a sentence and an exit code.</summary>
public static class MusterCommand
{
    /// <summary>Something was refused or failed.</summary>
    public const int Failed = 1;

    public static RootCommand Create()
    {
        var root = new RootCommand("Muster plans a contact centre's people and keeps plan and reality in step.");
        root.Add(ServeCommand.Create());
        root.Add(DemoCommand.Create());
        root.Add(HealthCommand.Create());
        root.Add(RolesCommand.Create());
        root.Add(OptionsCommand.Create());
        root.Add(DatabaseCommand.Create());
        root.Add(UserCommand.Create());
        root.Add(TokenCommand.Create());
        root.Add(OpenApiCommand.Create());
        root.Add(CompletionCommand.Create());
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            return await Create().Parse(arguments).InvokeAsync(configuration);
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
    }

    private static void Say(string sentenceAndAdvice)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        foreach (var line in sentenceAndAdvice.Split('\n'))
        {
            console.WriteLine(line, line.StartsWith("Maybe", StringComparison.Ordinal) ? Style.Plain : new Style(Color.Red));
        }
    }
}
