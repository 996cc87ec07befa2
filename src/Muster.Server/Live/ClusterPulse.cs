using System.Globalization;

namespace Muster.Server.Live;

/// <summary>How the cluster stands, in a line: what the live pill shows.</summary>
/// <param name="Node">The node that says so.</param>
/// <param name="Level">"good" or "wait".</param>
/// <param name="Nodes">Empty for whoever may not see the nodes.</param>
public sealed record ClusterPulse(string Node, string Level, string Sentence, IReadOnlyList<NodePulse> Nodes)
{
    /// <param name="notReady">Why the node that answers cannot do its work; null when it can.</param>
    public static ClusterPulse Decide(string node, string? notReady, IReadOnlyList<NodePulse> nodes)
    {
        if (notReady is not null)
        {
            return new ClusterPulse(node, "wait", $"not ready: {notReady}", nodes);
        }

        var late = nodes.Where(other => !other.IsCurrent).ToList();
        if (late.Count > 0)
        {
            var more = late.Count > 1 ? Text($" and {late.Count - 1} more") : "";
            var says = late[0].State == NodePulse.Silent ? "has been silent for" : "is behind by";
            return new ClusterPulse(node, "wait", Text($"{late[0].Name} {says} {late[0].Seconds} s{more}"), nodes);
        }

        return new ClusterPulse(
            node, "good", nodes.Count <= 1 ? "this node is current" : Text($"all {nodes.Count} nodes current"), nodes);
    }

    /// <summary>The same for whoever may not know the nodes by name.</summary>
    public ClusterPulse WithoutNames()
    {
        var late = Nodes.Count(node => !node.IsCurrent);
        return new ClusterPulse(
            "", Level,
            Level == "good" ? Sentence : late > 0 ? Text($"{late} of {Nodes.Count} nodes behind") : "not ready", []);
    }

    public bool Says(ClusterPulse other) =>
        Level == other.Level && Sentence == other.Sentence && Nodes.SequenceEqual(other.Nodes);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
