using Muster.Domain.Synchronization;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster sync</c> beside a node that follows a folder.</summary>
public sealed class SyncCommandTests : IAsyncLifetime
{
    private const string Head = "external_id,first_name,last_name\n";

    private SyncStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await SyncStage.BuildAsync();

    [Fact]
    public async Task A_plan_shows_what_a_run_does()
    {
        _stage.Folder.Write("people.csv", $"{Head}e1,Amy,Ant\n");
        var source = await _stage.DefineAsync("HR");
        await _stage.UntilReadAsync(source);

        await SaysAsync(_stage, "2 objects: 0 would change", 0, "sync", "plan", "hr");
        await SaysAsync(_stage, "Read 2 objects: 0 changed", 0, "sync", "run", "HR");
        var status = await _stage.RunAsync(0, "sync", "status");
        Assert.Contains("HR", status, StringComparison.Ordinal);
        Assert.Contains("folder", status, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_shown_and_approved()
    {
        var people = string.Concat(Enumerable.Range(1, 9).Select(number => $"e{number},Amy,Ant\n"));
        _stage.Folder.Write("people.csv", Head + people);
        var source = await _stage.DefineAsync("HR");
        await _stage.UntilReadAsync(source);
        _stage.Folder.Write("people.csv", $"{Head}e1,Amy,Ant\n");
        await Until.FineAsync(TimeSpan.FromSeconds(20), async () =>
            await _stage.Stores.Runs.FindAsync(source.Id, RunState.Held, CancellationToken.None) is null
                ? "nothing is held" : null);

        var asked = await _stage.RunAsync(0, "sync", "approve", "HR", "--yes");

        Assert.Contains("e9", asked, StringComparison.Ordinal);
        Assert.Contains("Approved: 8 were ended.", asked, StringComparison.Ordinal);
        await SaysAsync(_stage, "Nothing of HR waits", 1, "sync", "approve", "HR");
    }

    [Fact]
    public async Task Without_a_node_that_follows_it_nobody_waits_for_ever()
    {
        await using var stage = await SyncStage.BuildAsync("Server:Roles=builder");
        await stage.DefineAsync("HR");

        await SaysAsync(stage, "No node follows HR, so nobody would do it.", 1, "sync", "run", "HR");
        await SaysAsync(stage, "nobody", 0, "sync", "status");
        await SaysAsync(stage, "Maybe HR is meant.", 1, "sync", "plan", "HRX");
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private static async Task SaysAsync(SyncStage stage, string sentence, int code, params string[] arguments) =>
        Assert.Contains(sentence, await stage.RunAsync(code, arguments), StringComparison.Ordinal);
}
