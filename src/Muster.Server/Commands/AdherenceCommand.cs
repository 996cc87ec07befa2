using System.CommandLine;

namespace Muster.Server.Commands;

/// <summary><c>muster adherence</c>: stored results of adherence.</summary>
public static class AdherenceCommand
{
    public static Command Create()
    {
        var export = new Command("export", "Write stored results into a file, however many");
        var flags = new ExportFlags(export);
        export.SetAction((parsed, token) => new ExportRun(flags.Read(parsed)).RunAsync(token));
        return new Command("adherence", "Stored results of adherence") { export };
    }
}
