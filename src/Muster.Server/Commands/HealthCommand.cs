using System.CommandLine;
using Muster.Server.Api.Json;
using Muster.Server.Health;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster health</c>: asks a running node how it stands.</summary>
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("health", "Ask a running node how it stands; exit code 0 when it is ready");
        var url = new Option<string?>("--url")
        {
            Description = "Address of the node; Server:Urls when absent",
            HelpName = "URL",
        };
        command.Add(url);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) => await RunAsync(
            Address(parsed.GetValue(url) ?? flags.Load(parsed).Server.Urls.Split(';')[0]), token));
        return command;
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new StartRefusedException(
                $"\"{text}\" is not an address.", "Maybe write it like http://127.0.0.1:7070.");

    private static async Task<int> RunAsync(Uri address, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            var report = await answer.Content.ReadFromJsonAsync<HealthReport>(ApiJson.Options, token);
            Show(address, report!);
            return report!.IsReady ? 0 : MusterCommand.Failed;
        }
        catch (Exception problem)
            when (problem is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            throw new StartRefusedException(
                $"No Muster answers at {address}: {problem.Message}",
                "Maybe start it with `muster serve`, or name its address with --url.",
                problem);
        }
    }

    private static void Show(Uri address, HealthReport report)
    {
        Terminal.Out.MarkupLineInterpolated($"{address} is [bold]{report.Status}[/].");
        var table = Terminal.Table("", "what", "how it stands");
        foreach (var check in report.Checks)
        {
            table.AddRow(
                new Markup(check.Ok ? "[green]ok[/]" : "[red]no[/]"), new Text(check.Name), new Text(check.Sentence));
        }

        Terminal.Out.Write(table);
    }
}
