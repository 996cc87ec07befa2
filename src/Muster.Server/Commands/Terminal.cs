using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>
/// Where commands write. Into a file or a pipe go plain text and long lines, not colours and narrow tables.
/// </summary>
internal static class Terminal
{
    private const int WideLine = 240;

    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static Table Table(params string[] columns) =>
        new Table().Border(TableBorder.Rounded).AddColumns(columns);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isRedirected ? new WholeLines(writer) : writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            // Where a build server is recognised, they would colour what goes into its pipes.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (isRedirected)
        {
            console.Profile.Width = WideLine;
        }

        return console;
    }
}
