using System.Text.Json.Nodes;
using Muster.Server.Demo;
using Muster.Server.Demo.Content;
using Muster.Server.Demo.Steps;
using Muster.Testing;
using NodaTime;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Demo;

/// <summary>A node with the demonstration's accounts, and a small centre of its content that is to be built.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    // The last weeks of the sample: too few to rehearse on, so the forecast takes no time.
    private const string FirstDay = "2003-10-06";
    private const string Calls = "calls/bank_calls_5min.csv";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _samples = TemporaryFolder.Make();

    private DemoStage(TestNode node, CentreContent content) => (Node, Content) = (node, content);

    public TestNode Node { get; }

    public CentreContent Content { get; }

    public static async Task<DemoStage> SetAsync()
    {
        var stage = new DemoStage(
            await TestNode.StartAsync(), Small(await CentreContent.LoadAsync(SampleFile.Folder, Token)));
        await DemoAccounts.EnsureAsync(stage.Node.Host.Services, Token);
        var lines = (await SampleFile.ReadAsync(SampleFile.Folder, Calls, Token)).Split('\n');
        stage._samples.CreateSubdirectory("calls");
        await File.WriteAllLinesAsync(
            Path.Combine(stage._samples.FullName, Calls),
            lines.Where((line, index) => index == 0 || string.CompareOrdinal(line, FirstDay) > 0), Token);
        return stage;
    }

    /// <param name="run">Runs a step.</param>
    public async Task<string> BuildAsync(Func<ICentreStep, CancellationToken, Task> run) =>
        (await new CentreBuilding(Content, _samples.FullName, DateTimeZoneProviders.Tzdb["Europe/Berlin"], Node.Time)
            .RunAsync([Node.Host.Address], run, Token)).Sentence;

    public async Task<TestClient> SignedInAsync(string userName)
    {
        var client = Node.Anonymous();
        (await client.PostAsync("/session", new { user_name = userName, password = DemoAccounts.Password })).Is(OK);
        return client;
    }

    /// <summary>How many there are of whatever the steps make.</summary>
    public async Task<IReadOnlyList<int>> CountsAsync()
    {
        using var paul = await SignedInAsync("paul");
        var business = (await paul.GetAsync("/organization/business-units")).Items[0].GetProperty("id");
        var unit = (await paul.GetAsync("/organization/management-units")).Items[0].GetProperty("id");
        string[] lists =
        [
            "/organization/teams", "/organization/work-plans", "/people?limit=500",
            $"/history/queues?business_unit_id={business}", $"/forecasts?business_unit_id={business}",
            $"/builds?business_unit_id={business}", $"/schedules/drafts?management_unit_id={unit}",
            $"/schedules/revisions?management_unit_id={unit}",
        ];
        var counts = new List<int>();
        foreach (var list in lists)
        {
            counts.Add((await paul.GetAsync(list)).Is(OK).Items.Count);
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _samples.Delete(recursive: true);
    }

    // One unit, one queue, ten agents of two work plans, one week.
    private static CentreContent Small(CentreContent content)
    {
        var organization = (JsonObject)content.Organization.DeepClone();
        string[] single = ["management-units", "planning-groups"];
        foreach (var items in single.Select(kind => organization[kind]!.AsArray()))
        {
            items.RemoveRange(1, items.Count - 1);
        }

        var teams = organization["teams"]!.AsArray();
        teams.RemoveRange(2, teams.Count - 2);
        var unit = content.Units[0];
        return content with
        {
            Organization = organization,
            Units =
            [
                unit with
                {
                    Teams = ["Alder", "Birch"],
                    Crew = [.. unit.Crew.Take(2).Select(row => row with { Agents = 5 })],
                },
            ],
            Histories = [content.Histories[0]],
            Terms = [content.Terms[0]],
            // One second is too little for a first schedule on a machine that is busy with other tests.
            Build = new BuildContent(1, 2),
        };
    }
}
