using System.Globalization;
using System.Net;
using Muster.Faults.Tests.Nodes;
using Muster.Faults.Tests.Wires;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>The node to which <c>muster feed</c> sends a long file is killed, again and again.</summary>
public sealed class FeedTests
{
    private const int Lines = 60_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Every_line_of_a_fed_file_is_in_the_log_once_though_the_node_was_killed_in_the_midst() => FeedAsync(1);

    [Fact]
    [Trait("Faults", "nightly")]
    public Task Every_line_is_in_the_log_once_though_the_node_was_killed_ten_times() => FeedAsync(10);

    private static async Task FeedAsync(int kills)
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        var node = await cluster.AddAsync("a");
        await HireAsync(cluster);
        var folder = TemporaryFolder.Make();
        var file = Path.Combine(folder.FullName, "events.ndjson");
        await WriteAsync(file, await BeginAsync(cluster));
        await using var wire = new Wire();
        wire.LeadTo(node.Address);
        using var feed = await StartAsync(cluster, file, wire.Address);

        for (var kill = 1; kill <= kills; kill++)
        {
            // Somewhere within the file, a little further each time.
            await UntilAsync(cluster, Lines * kill / (kills + 2));
            await node.Muster.KillAsync();
            Assert.False(feed.HasEnded, feed.Said);
            node = await cluster.AddAsync("a");
            wire.LeadTo(node.Address);
        }

        Assert.True(await feed.EndAsync() == 0, feed.Said);
        Told.Say(feed.Said);
        folder.Delete(recursive: true);
        Assert.Contains("Trying again.", feed.Said, StringComparison.Ordinal);
        Assert.Equal($"{Lines} {Lines} 1 {Lines} {Lines}", await cluster.Database.ScalarAsync("""
            SELECT concat_ws(' ', count(*), count(DISTINCT position), min(position), max(position), max(seq))
            FROM muster.event_log
            """));
        Assert.Equal($"{Lines} 0", await cluster.Database.ScalarAsync(
            "SELECT concat_ws(' ', events, quarantined) FROM muster.event_source"));
    }

    private static async Task HireAsync(ProcessCluster cluster)
    {
        var tenant = await cluster.MakeAsync("tenants", new { name = "Bank" });
        var business = await cluster.MakeAsync(
            "business-units", new { name = "Bank", tenant_id = tenant, zone = "Europe/Berlin" });
        var unit = await cluster.MakeAsync("management-units", new { name = "North", business_unit_id = business });
        await cluster.PostAsync("/people", new
        {
            tenant_id = tenant,
            agent = new
            {
                first_name = "Ann",
                last_name = "Lee",
                employee_number = "1",
                management_unit_id = unit,
                from = "2026-01-01",
                reinstate_on = "2026-01-01",
            },
        }, HttpStatusCode.Created);
    }

    private static async Task<DateTimeOffset> BeginAsync(ProcessCluster cluster) => new((DateTime)(await cluster
        .Database.ScalarAsync("SELECT date_trunc('second', clock_timestamp()) - interval '12 hours'"))!);

    private static Task WriteAsync(string file, DateTimeOffset begin) =>
        File.WriteAllLinesAsync(file, Enumerable.Range(1, Lines).Select(position => LineOf(position, begin)));

    private static string LineOf(int position, DateTimeOffset begin) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"position":{{position}},"at":"{{begin.AddMilliseconds(100 * position):O}}","agent":"1","state":"s"}""");

    private static async Task<MusterProcess> StartAsync(ProcessCluster cluster, string file, string address)
    {
        var node = cluster["a"].Address;
        var roles = (await cluster.Administrator.GetAsync(node, "/access-roles")).Is(HttpStatusCode.OK).Body;
        var role = roles.GetProperty("items").EnumerateArray()
            .First(one => one.GetProperty("name").GetString() == "Administrator").GetProperty("id").GetGuid();
        var made = (await cluster.Administrator.PostAsync(
            node, "/clients", new { name = "acd", grants = new[] { new { role_id = role, scope_kind = "all" } } }))
            .Is(HttpStatusCode.Created).Body;
        var secret = Path.Combine(Path.GetDirectoryName(file)!, "secret");
        await File.WriteAllTextAsync(secret, made.GetProperty("client_secret").GetString());
        return MusterProcess.Start(
            "feed", file, "--source", "acd", "--url", address, "--secret-file", secret,
            "--client-id", made.GetProperty("client").GetProperty("client_id").GetString()!);
    }

    private static Task<TimeSpan> UntilAsync(ProcessCluster cluster, long place) =>
        Until.FineAsync(Patience, async () =>
        {
            var last = (long)(await cluster.Database.ScalarAsync("SELECT last FROM muster.event_feed"))!;
            return last >= place ? null : $"{last} are in.";
        });
}
