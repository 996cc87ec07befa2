using System.Globalization;
using Muster.Cluster.Streams;

namespace Muster.Server.Directories;

/// <summary>A position in the directory's changes as callers write it: "timeline.version".</summary>
public static class DirectoryCursor
{
    public static string Text(ScopePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Timeline}.{position.Version}");

    /// <summary>Null when it is none.</summary>
    public static ScopePosition? Parse(string? text) =>
        text?.Split('.') is [var timeline, var version]
            && int.TryParse(timeline, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? new ScopePosition(first, second)
            : null;
}
