using System.Globalization;
using Muster.Cluster.Leases;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Muster.Server.Commands;

/// <summary>Sources and their runs in the terminal.</summary>
internal static class SyncTables
{
    public static async Task<IRenderable> StatusAsync(
        SyncStores stores, IReadOnlyList<LeaseState> leases, CancellationToken token)
    {
        var sources = await stores.Sources.ListAsync(token);
        if (sources.Count == 0)
        {
            return new Text("There is no source yet.");
        }

        var progress = await stores.Sources.ReadProgressAsync(token);
        var open = await stores.Issues.CountOpenAsync(token);
        var table = Terminal.Table(
            "source", "kind", "followed by", "state", "lag", "last event", "last full run", "open", "held", "says");
        foreach (var source in sources)
        {
            var now = progress[source.Id];
            var held = await stores.Runs.FindAsync(source.Id, RunState.Held, token);
            table.AddRow(
                new Text(source.Name),
                new Text(source.Type.ToString().ToLowerInvariant()),
                new Text(Follower(source, leases)),
                new Text(now.State),
                new Text(Lag(now)),
                new Text(At(now.LastAt)),
                new Text(At(now.LastFullAt)),
                new Text($"{open.GetValueOrDefault(source.Id.Value)}"),
                new Text(held is null ? "-" : "yes"),
                new Text(now.Sentence.Split('\n')[0]));
        }

        return table;
    }

    public static Table Of(IEnumerable<RunFinding> findings)
    {
        var table = Terminal.Table("what", "kind", "external id", "name", "fields");
        foreach (var finding in findings)
        {
            table.AddRow(
                new Text(finding.What),
                new Text(SourceJson.Name(finding.Kind)),
                new Text(finding.ExternalId),
                new Text(finding.Name),
                new Text(finding.Fields.Count == 0 ? "-" : string.Join(", ", finding.Fields)));
        }

        return table;
    }

    private static string Follower(SourceDefinition source, IReadOnlyList<LeaseState> leases) =>
        source.Type == SourceType.Import ? "-" : SyncFollower.Of(leases, source.Id) ?? "nobody";

    // From when the source made the last change to when it was applied here.
    private static string Lag(SourceProgress now) => now.LastAt - now.LastSaidAt is { } lag && lag >= TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $"{lag.TotalSeconds:0.0} s")
        : "-";

    private static string At(DateTimeOffset? at) =>
        at?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";
}
