using System.Net;
using System.Net.Sockets;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary>The real program: how it starts, refuses to start, stops, and gets up after a kill.</summary>
public sealed class ProcessTests : IAsyncDisposable
{
    private readonly DirectoryInfo _data = TemporaryFolder.Make();

    private string Data => Path.Combine(_data.FullName, "data");

    private string Backup => Path.Combine(_data.FullName, "backup");

    [Fact]
    public async Task It_starts_on_nothing_and_stops_when_asked()
    {
        using var muster = Serve();
        using var client = new TestClient(await muster.AddressAsync());
        (await client.GetAsync("//health/ready")).Is(HttpStatusCode.OK);

        Assert.Equal(0, await muster.TerminateAsync());
        Assert.Contains("First sign-in: user admin, password", muster.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_says_into_a_pipe_is_plain_on_a_build_server_too()
    {
        using var muster = MusterProcess.StartUnder(
            ["env", "GITHUB_ACTIONS=true", "FORCE_COLOR=1"],
            "serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        await muster.AddressAsync();

        Assert.DoesNotContain('\u001b', muster.Said);
    }

    [Fact]
    public async Task Killed_while_it_starts_it_gets_up_again_wherever_it_was()
    {
        // Ten points, each told by how much it has said: before the first word, while the cluster is made, while
        // PostgreSQL starts, while the schema is made, when it listens.
        foreach (var lines in new[] { 0, 1, 1, 2, 3, 5, 8, 12, 16, 1000 })
        {
            using var killed = Serve("--set", "Telemetry:LogLevel=trace");
            await killed.HeardAsync(lines);
            await killed.KillAsync();
        }

        using var muster = Serve();
        using var client = new TestClient(await muster.AddressAsync());
        (await client.GetAsync("//health/ready")).Is(HttpStatusCode.OK);
        Assert.Equal(0, await muster.TerminateAsync());
    }

    [Fact]
    public async Task What_was_answered_survives_a_kill()
    {
        string password;
        using (var first = Serve())
        {
            using var owner = new TestClient(await first.AddressAsync());
            password = await owner.SignInFirstAsync("admin", await first.FirstPassword);
            await first.KillAsync();
        }

        using var second = Serve();
        using var client = new TestClient(await second.AddressAsync());
        (await client.PostAsync("/session", new { user_name = "admin", password })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Commands_work_beside_a_running_node_and_without_one()
    {
        using (var node = Serve())
        {
            await node.AddressAsync();
            Assert.Contains(
                "first password",
                await RunAsync(0, "user", "add", "paul", "--grant", "Planner"),
                StringComparison.Ordinal);
            Assert.Contains("postgresql://", await RunAsync(0, "database", "url"), StringComparison.Ordinal);
            Assert.Contains("MB are in ", await RunAsync(0, "database", "backup", Backup), StringComparison.Ordinal);
            Assert.Contains("is not empty.", await RunAsync(1, "database", "backup", Backup), StringComparison.Ordinal);
            Assert.Contains(
                $"process {node.Id}", await RunAsync(1, "database", "move", "Host=127.0.0.1;Port=1"),
                StringComparison.Ordinal);
            Assert.Equal(0, await node.TerminateAsync());
        }

        Assert.Contains("Planner", await RunAsync(0, "user", "list"), StringComparison.Ordinal);
        Assert.Contains(
            "client_secret",
            await RunAsync(0, "token", "create", "nightly", "--grant", "planner"),
            StringComparison.Ordinal);
        Assert.Contains("nightly", await RunAsync(0, "token", "list"), StringComparison.Ordinal);
        Assert.Contains("is taken: nightly", await RunAsync(1, "token", "create", "nightly"), StringComparison.Ordinal);
        Assert.Contains("There is no user", await RunAsync(1, "user", "disable", "nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_nothing_stays_behind()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        using var muster = Serve("--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, await muster.EndAsync());
        Assert.Contains("is in use by another program.", muster.Said, StringComparison.Ordinal);
        Assert.Contains("Maybe choose another address", muster.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Muster", muster.Said, StringComparison.Ordinal);
        using var again = Serve();
        await again.AddressAsync();
    }

    [Fact]
    public async Task A_data_directory_in_use_names_the_other_process()
    {
        using var first = Serve();
        await first.AddressAsync();

        using var second = Serve();

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains($"process {first.Id}", second.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "Server:Nodee=1", "Maybe Server:Node is meant")]
    [InlineData("--set", "Server:Node", "has no value")]
    [InlineData("--roles", "bilder", "Maybe builder is meant")]
    [InlineData("--database", "Host=127.0.0.1;Port=1", "cannot be used")]
    [InlineData("--config", "/no/such/file.json", "cannot be read")]
    [InlineData("--urls", "not an address", "not an address")]
    [InlineData("--urls", "http://192.0.2.1:7070", "cannot listen on http://192.0.2.1:7070")]
    public async Task A_wrong_option_is_one_sentence_with_the_remedy(string flag, string value, string sentence)
    {
        using var muster = Serve(flag, value);

        Assert.Equal(1, await muster.EndAsync());
        Assert.Contains(sentence, muster.Said, StringComparison.Ordinal);
        Assert.Contains("\nMaybe", muster.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Muster", muster.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_that_would_never_reach_the_present_is_refused_before_anything_is_made()
    {
        Assert.Contains(
            "--speed 0 is not above 0 and at most 100000.\nMaybe 60",
            await RunAsync(1, "demo", "--speed", "0"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Data))
        {
            await PostgresLeftovers.EndAsync(Data);
        }

        _data.Delete(recursive: true);
    }

    private MusterProcess Serve(params string[] more) =>
        MusterProcess.Start(
        ["serve", "--data", Data, .. more.Contains("--urls") ? more : ["--urls", "http://127.0.0.1:0", .. more]]);

    private async Task<string> RunAsync(int code, params string[] arguments)
    {
        using var muster = MusterProcess.Start([.. arguments, "--data", Data]);
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }
}
