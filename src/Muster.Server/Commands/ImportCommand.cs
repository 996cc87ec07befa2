using System.CommandLine;
using System.Globalization;
using Muster.Domain.Sources;
using Muster.Server.Sources;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster import</c>: brings in people from a file.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Bring in people from a CSV file; who is not in it stays");
        var file = new Argument<FileInfo>("file") { Description = "CSV in UTF-8; docs/sources.md says what is in it" };
        var source = new Option<string>("--source")
        {
            Description = "The import source that they belong to; made if there is none of that name",
            HelpName = "NAME",
            Required = true,
        };
        var tenant = new Option<string?>("--tenant")
        {
            Description = "Name of the tenant of rows that name none",
            HelpName = "TENANT",
        };
        command.Add(file);
        command.Add(source);
        command.Add(tenant);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            await using var place = await ImportPlace.TakeAsync(
                services, parsed.GetRequiredValue(source), parsed.GetValue(tenant), token);
            return await ImportAsync(place, parsed.GetRequiredValue(file), parsed.GetValue(tenant), token);
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        ImportPlace place, FileInfo file, string? given, CancellationToken token)
    {
        var tenant = place.TenantOf(given);
        await using var people = Open(file);
        try
        {
            var rows = ImportFile.ReadAsync(people, file.Name, tenant, file.LastWriteTimeUtc, token);
            var counts = await place.Import.RunAsync(file.Name, rows, Say, token);
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{counts.Objects} people read, {counts.Changed} changed, {counts.Rejected} rows refused."));
            var open = await place.CountOpenAsync(token);
            if (open > 0)
            {
                Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{open} issues of this source are open."));
            }

            return counts.Rejected > 0 ? MusterCommand.Failed : 0;
        }
        catch (Exception refused) when (refused is SourceBrokenException or SourceAwayException)
        {
            throw new StartRefusedException(refused.Message);
        }
    }

    private static void Say(RejectedRow row) => Terminal.Out.WriteLine(
        $"{row.Place}: {row.Field} {row.Reason.Replace('\n', ' ')}".Replace(":  ", ": ", StringComparison.Ordinal));

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file.FullName} cannot be read: {problem.Message}", "Maybe the path is misspelt.", problem);
        }
    }
}
