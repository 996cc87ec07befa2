namespace Muster.Bench.Ground;

/// <summary>The floor: a Kestrel endpoint that answers the same JSON and does nothing else.</summary>
internal static class BareServer
{
    public const string Verb = "bare";

    public static async Task<int> RunAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.MapGet("/ping", () => new Pong("pong"));
        await application.StartAsync(token);
        Console.WriteLine($"Muster is at {application.Urls.First()}.");
        await application.WaitForShutdownAsync(token);
        return 0;
    }

    private sealed record Pong(string Answer);
}
