using System.Globalization;
using Muster.Server.Demo.Steps;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>Tells of the steps by which the demonstration's centre is built, while they are done and after.</summary>
internal static class CentreTelling
{
    public static async Task RunAsync(ICentreStep step, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        var sentence = Console.IsOutputRedirected
            ? await step.RunAsync(_ => { }, token)
            : await Terminal.Out.Status().StartAsync($"{step.Title}...", status => step.RunAsync(
                far => status.Status($"{step.Title}: {far}".EscapeMarkup()), token));
        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{step.Title,-13} {sentence} ({took:0.0} s)"));
    }
}
