using System.Globalization;
using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Muster.Server.Commands;

/// <summary>A cluster in the terminal.</summary>
internal static class ClusterTables
{
    public static IRenderable Of(ClusterPicture picture) => picture.Members.Count == 0
        ? new Text("No node runs on this database.")
        : new Rows(Nodes(picture), Leases(picture), new Text(Sentence(picture)));

    private static Table Nodes(ClusterPicture picture)
    {
        var table = Terminal.Table("node", "incarnation", "state", "roles", "at", "links", "versions");
        foreach (var (member, isLive) in picture.Members)
        {
            table.AddRow(
                new Text(member.Id.Name),
                new Text(member.Id.Incarnation.ToString(CultureInfo.InvariantCulture)),
                new Markup(isLive ? "[green]live[/]" : "[red]silent[/]"),
                new Text(string.Join(", ", member.Roles)),
                new Text(string.Join(", ", member.Addresses)),
                new Text(member.Report.Links.Count == 0 ? "-" : string.Join(", ", member.Report.Links)),
                new Text(Versions(member, picture.Versions)));
        }

        return table;
    }

    private static Table Leases(ClusterPicture picture)
    {
        var table = Terminal.Table("duty", "held by", "token", "since", "because", "waiting");
        foreach (var lease in picture.Leases)
        {
            table.AddRow(
                lease.Fence.Lease,
                Holder(lease),
                string.Create(CultureInfo.InvariantCulture, $"{lease.Fence.Timeline}/{lease.Fence.Epoch}"),
                lease.TakenAt.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                lease.TakenBecause.EscapeMarkup(),
                lease.Waiting.Count == 0 ? "-" : string.Join(", ", lease.Waiting).EscapeMarkup());
        }

        return table;
    }

    private static string Holder(LeaseState lease) =>
        lease.Holder is { } holder && lease.Remaining > TimeSpan.Zero ? holder.ToString().EscapeMarkup() : "nobody";

    private static string Versions(Member member, ScopeVersions versions)
    {
        var behind = member.Report.Applied
            .Where(pair => versions.Versions.ContainsKey(pair.Key) && pair.Value < versions.Of(pair.Key))
            .Select(pair => Behind(pair.Key, pair.Value, versions.Of(pair.Key)))
            .ToList();
        return behind.Count == 0 ? "up to date" : string.Join(", ", behind);
    }

    private static string Behind(ScopeName scope, ScopePosition applied, ScopePosition database) =>
        applied.Timeline == database.Timeline
            ? string.Create(CultureInfo.InvariantCulture, $"{scope} {database.Version - applied.Version} behind")
            : applied.Timeline == 0 ? $"nothing of {scope} yet" : $"{scope} on another timeline";

    private static string Sentence(ClusterPicture picture)
    {
        var reads = picture.Members.Aggregate(default(ReadCounts), (sum, row) => sum + row.Member.Report.Reads);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Stale reads older than 1 s: {reads.Stale} of {reads.Checked}. Timeline {picture.Versions.Timeline}.");
    }
}
