using System.Diagnostics;
using System.Text.Json;

namespace Muster.Bench.Ground;

/// <summary>Cold start, memory at rest, and requests a second beside bare Kestrel's in the same run.</summary>
internal static class GroundBench
{
    private const int Starts = 7;
    private const int Rounds = 7;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);
    private static readonly string Muster =
        Path.Combine(AppContext.BaseDirectory, "../../Muster.Server/release/muster");

    public static async Task<int> RunAsync(CancellationToken token)
    {
        var data = Directory.CreateTempSubdirectory("muster-bench-").FullName;
        File.SetUnixFileMode(data, File.GetUnixFileMode(data) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        try
        {
            await StartsAsync(data);
            await RequestsAsync(data, token);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task StartsAsync(string data)
    {
        var first = await StartOnceAsync(data);
        var again = new List<(double Start, double Stop)>();
        for (var i = 0; i < Starts; i++)
        {
            again.Add(await StartOnceAsync(data));
        }

        Figures.Say("first start, cluster made", $"{first.Start:0.00} s");
        Figures.Say("cold start to the first 200", Figures.Spread(again.Select(time => time.Start), "s", "0.00"));
        Figures.Say("orderly stop", Figures.Spread(again.Select(time => time.Stop), "s", "0.00"));
    }

    private static async Task<(double Start, double Stop)> StartOnceAsync(string data)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        using var muster = await ServeAsync(data);
        using var client = new HttpClient();
        (await client.GetAsync(new Uri(muster.Address, "/health/ready"))).EnsureSuccessStatusCode();
        var started = time.GetElapsedTime(start).TotalSeconds;
        var stop = time.GetTimestamp();
        await muster.StopAsync();
        return (started, time.GetElapsedTime(stop).TotalSeconds);
    }

    private static async Task RequestsAsync(string data, CancellationToken token)
    {
        using var muster = await ServeAsync(
            data, "--set", "Limit:Burst=1000000", "--set", "Limit:RequestsPerMinute=10000000");
        using var bare = await ServerProcess.StartAsync(Environment.ProcessPath!, BareServer.Verb);
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, token);
        Figures.Say("memory at rest, Muster", $"{muster.Megabytes:0} MB");
        Figures.Say("memory at rest, PostgreSQL", $"{muster.ChildMegabytes:0} MB");
        var bearer = await TokenAsync(data, muster.Address);
        var pairs = new List<(double Muster, double Bare)>();
        for (var i = 0; i <= Rounds; i++)
        {
            var pair = (
                await Load.RunAsync(muster.Address, "/api/v2/wfm/system/ping", bearer, Round),
                await Load.RunAsync(bare.Address, "/ping", null, Round));
            if (i > 0) // The first round warms up.
            {
                pairs.Add(pair);
            }
        }

        Figures.Say("authorised requests", Figures.Spread(pairs.Select(pair => pair.Muster), "1/s", "0"));
        Figures.Say("bare Kestrel", Figures.Spread(pairs.Select(pair => pair.Bare), "1/s", "0"));
        Figures.Say("ratio", Figures.Spread(pairs.Select(pair => pair.Muster / pair.Bare), "", "0.00"));
        await bare.StopAsync();
        await muster.StopAsync();
    }

    private static async Task<string> TokenAsync(string data, Uri address)
    {
        string[] arguments = ["token", "create", "bench", "--data", data];
        using var made = Process.Start(new ProcessStartInfo(Muster, arguments) { RedirectStandardOutput = true })!;
        var said = await made.StandardOutput.ReadToEndAsync();
        var words = said.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", words[1]), new("client_secret", words[3]),
        ]);
        using var answer = await client.PostAsync(new Uri(address, "/oauth/token"), form);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;
    }

    private static Task<ServerProcess> ServeAsync(string data, params string[] more) => ServerProcess.StartAsync(
        Muster, ["serve", "--data", data, "--urls", "http://127.0.0.1:0", "--set", "Database:Ballast=0", .. more]);
}
