using System.Net;
using Muster.Server.Tests.Adherence;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster adherence export</c>, against a node.</summary>
[Collection<OnHistoryStage>]
public sealed class AdherenceCommandTests(HistoryStage stage) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private string _client = "";

    public async ValueTask InitializeAsync()
    {
        var roles = (await stage.Client.GetAsync("/access-roles")).Items;
        var role = roles.First(one => one.GetProperty("name").GetString() == "Supervisor").GetProperty("id");
        var made = (await stage.Client.PostAsync(
            "/clients",
            new { name = $"{_folder.Name}", grants = new[] { new { role_id = role.GetGuid(), scope_kind = "all" } } }))
            .Is(HttpStatusCode.Created);
        _client = made.At("client", "client_id");
        await File.WriteAllTextAsync(Place("secret"), made.At("client_secret"));
    }

    [Fact]
    public async Task An_export_is_the_file_that_the_node_answers()
    {
        var name = $"Unit {Guid.NewGuid():n}";
        var unit = await stage.UnitAsync(name: name);
        await stage.StoreAsync(await stage.HireAsync(unit, "Ann"), "2026-06-08T07:00Z", 8);
        var asked = HistoryStage.Path(unit, "agent_day", "2026-06-08", "2026-06-09", "&format=csv");

        var said = await RunAsync(0, "--unit", name, "--out", Place("days.csv"));
        await RunAsync(0, "--unit", $"{unit}", "--format", "xlsx", "--by", "exceptions", "--out", Place("days.xlsx"));

        Assert.Equal(
            (await stage.Client.GetAsync(asked)).Text, await File.ReadAllTextAsync(Place("days.csv")));
        Assert.Contains("Results are stored until 2026-11-01T00:00:00", said, StringComparison.Ordinal);
        Assert.Equal(
            ["Exceptions", "About"], Workbook.Read(await File.ReadAllBytesAsync(Place("days.xlsx"))).Sheets);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_no_file_is_left()
    {
        var flags = await RunAsync(1, "--by", "agnet", "--format", "pdf");
        var unknown = await RunAsync(1, "--unit", $"{Guid.NewGuid()}", "--out", Place("none.csv"));

        Assert.Contains("Maybe agent is meant.", flags, StringComparison.Ordinal);
        Assert.Contains("must be csv or xlsx", flags, StringComparison.Ordinal);
        Assert.Contains("refuses the export (404)", unknown, StringComparison.Ordinal);
        Assert.Equal(["secret"], _folder.EnumerateFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task The_client_stands_in_the_environment_when_no_flag_names_it()
    {
        var unit = await stage.UnitAsync();
        await stage.StoreAsync(await stage.HireAsync(unit, "Ann"), "2026-06-08T07:00Z", 8);
        string[] asked = ["--unit", $"{unit}", "--out", Place("days.csv")];

        var nobody = await RunUnderAsync([], 1, asked);
        await RunUnderAsync(["env", $"MUSTER_CLIENT_ID={_client}"], 0, asked);

        Assert.Contains("No API client is named.", nobody, StringComparison.Ordinal);
        Assert.True(File.Exists(Place("days.csv")));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private Task<string> RunAsync(int code, params string[] more) =>
        RunUnderAsync([], code, ["--client-id", _client, .. more]);

    private async Task<string> RunUnderAsync(IReadOnlyList<string> under, int code, params string[] more)
    {
        using var muster = MusterProcess.StartUnder(
            under,
            [
                "adherence", "export", "--from", "2026-06-08", "--to", "2026-06-09", "--server",
                stage.Node.Host.Address.ToString(), "--secret-file", Place("secret"), .. more,
            ]);
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }
}
