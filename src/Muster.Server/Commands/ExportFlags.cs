using System.CommandLine;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence.History;
using Muster.Server.Api.Json;
using Muster.Server.Reports;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>The flags of <c>muster adherence export</c>. What is wrong with them is told all together.</summary>
internal sealed class ExportFlags
{
    public const string Exceptions = "exceptions";

    private static readonly string[] Rows = [.. Enum.GetValues<HistoryBy>().Select(EnumWord.Write), Exceptions];

    private readonly Option<string?> _unit = new("--unit")
    {
        HelpName = "NAME",
        Description = "Business unit or management unit, by name or id; the only business unit when absent",
    };

    private readonly Option<string> _from = new("--from")
    {
        HelpName = "DATE",
        Description = "The first day",
        Required = true,
    };

    private readonly Option<string> _to = new("--to")
    {
        HelpName = "DATE",
        Description = "The last day, counted too",
        Required = true,
    };

    private readonly Option<string> _by = new("--by")
    {
        HelpName = "WHAT",
        Description = $"A row for each: {string.Join(", ", Rows)}",
        DefaultValueFactory = _ => EnumWord.Write(HistoryBy.AgentDay),
    };

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "FORMAT",
        Description = "csv or xlsx",
        DefaultValueFactory = _ => EnumWord.Write(ReportFormat.Csv),
    };

    private readonly Option<FileInfo?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write there; to standard output when absent",
    };

    private readonly Option<string> _server = new("--server")
    {
        Description = "Address of a node",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7070",
    };

    private readonly Option<string?> _client = new("--client-id")
    {
        Description = "The API client that reads, as `muster token create` prints it; "
            + $"{NodeFlags.ClientVariable} in the environment when absent",
        HelpName = "ID",
    };

    private readonly Option<FileInfo?> _secret = new("--secret-file")
    {
        Description = $"File with the client's secret; {FeedCommand.SecretVariable} in the environment when absent",
        HelpName = "FILE",
    };

    public ExportFlags(Command command)
    {
        foreach (var option in (Option[])[_unit, _from, _to, _by, _format, _out, _server, _client, _secret])
        {
            command.Add(option);
        }
    }

    /// <exception cref="StartRefusedException">Flags are wrong.</exception>
    public ExportOrder Read(ParseResult parsed)
    {
        var checks = new FieldChecks();
        var (from, to) = (Day("--from", parsed.GetRequiredValue(_from), checks),
            Day("--to", parsed.GetRequiredValue(_to), checks));
        var (by, format) = (parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_format));
        checks
            .That(from <= to, "--to", $"is before --from: {to:uuuu-MM-dd}.\nMaybe they are the wrong way round.")
            .That(Rows.Contains(by), "--by", $"cannot be \"{by}\".\nMaybe {NearestName.Of(by, Rows)} is meant.")
            .That(
                EnumWord.Read<ReportFormat>(format) is ReportFormat.Csv or ReportFormat.Xlsx, "--format",
                $"must be csv or xlsx, not \"{format}\".");
        var place = parsed.GetValue(_out);
        checks
            .That(
                place is not null || format != EnumWord.Write(ReportFormat.Xlsx) || Console.IsOutputRedirected,
                "--out", "is needed: a workbook is nothing for a terminal.\nMaybe --out adherence.xlsx.")
            .That(
                place is null || (place.Directory is { Exists: true } && !Directory.Exists(place.FullName)), "--out",
                $"is no place for a file: {place}.\nMaybe its folder has to be made first.");
        return checks.Refusal is { } wrong ? throw new StartRefusedException(RefusalText.Of(wrong)) : new ExportOrder
        {
            Login = new NodeLogin(
                FeedCommand.Address(parsed.GetRequiredValue(_server)), NodeFlags.ClientOf(parsed.GetValue(_client)),
                FeedCommand.Secret(parsed.GetValue(_secret))),
            Unit = parsed.GetValue(_unit),
            From = from,
            To = to,
            By = by,
            Format = EnumWord.Read<ReportFormat>(format)!.Value,
            Out = place,
        };
    }

    private static LocalDate Day(string flag, string text, FieldChecks checks)
    {
        var day = LocalDatePattern.Iso.Parse(text);
        checks.That(day.Success, flag, $"\"{text}\" is no day.\nMaybe write it as 2026-03-04.");
        return day.Success ? day.Value : default;
    }
}
