namespace Muster.Server.Directories;

/// <summary>
/// Sites that are parts of sites. Takes what several sites are to be, in any order, and finds those that cannot be so;
/// the others go in without them.
/// </summary>
public sealed class SiteTree(IEnumerable<(string Site, string Tenant, string? Parent)> sites)
{
    private readonly Dictionary<string, (string Tenant, string? Parent)> _sites =
        sites.ToDictionary(row => row.Site, row => (row.Tenant, row.Parent), StringComparer.Ordinal);

    /// <returns>What is wrong, by site.</returns>
    public IReadOnlyDictionary<string, DirectoryFault> Apply(IReadOnlyList<SiteMove> moves)
    {
        var before = moves.Where(move => _sites.ContainsKey(move.Site))
            .ToDictionary(move => move.Site, move => _sites[move.Site], StringComparer.Ordinal);
        foreach (var move in moves)
        {
            Set(move.Site, move.Tenant is { } tenant ? (tenant, move.Parent) : null);
        }

        // What is taken back may make others wrong that counted on it. Each round takes at least one back.
        var faults = new Dictionary<string, DirectoryFault>(StringComparer.Ordinal);
        while (FindFaults(moves.Where(move => !faults.ContainsKey(move.Site)), before) is { Count: > 0 } found)
        {
            foreach (var (site, fault) in found)
            {
                faults.Add(site, fault);
                Set(site, before.TryGetValue(site, out var was) ? was : null);
            }
        }

        return faults;
    }

    private List<(string Site, DirectoryFault Fault)> FindFaults(
        IEnumerable<SiteMove> moves, Dictionary<string, (string Tenant, string? Parent)> before)
    {
        var parts = _sites.Where(pair => pair.Value.Parent is not null).ToLookup(pair => pair.Value.Parent!);
        var found = new List<(string, DirectoryFault)>();
        foreach (var move in moves)
        {
            var isMoved = !before.TryGetValue(move.Site, out var was) || was.Parent != move.Parent;
            if ((PartsFault(move, parts[move.Site]) ?? (isMoved ? ParentFault(move) : null)) is { } fault)
            {
                found.Add((move.Site, fault));
            }
        }

        return found;
    }

    private static DirectoryFault? PartsFault(
        SiteMove move, IEnumerable<KeyValuePair<string, (string Tenant, string? Parent)>> parts)
    {
        var part = parts.FirstOrDefault(part => part.Value.Tenant != move.Tenant);
        return part.Key is null ? null
            : move.Tenant is null
                ? new DirectoryFault("external_id", move.Site, $"has the part {part.Key}. Maybe remove that first.")
            : new DirectoryFault(
                "tenant", move.Tenant, $"is not the tenant of its part {part.Key}. Maybe move that out first.");
    }

    private DirectoryFault? ParentFault(SiteMove move)
    {
        if (move is { Tenant: null } or { Parent: null })
        {
            return null;
        }

        if (!_sites.TryGetValue(move.Parent, out var parent))
        {
            return new DirectoryFault(
                "parent", move.Parent, "is no site of the directory, or one that is refused. Maybe send it first.");
        }

        return parent.Tenant != move.Tenant
            ? new DirectoryFault(
                "parent", move.Parent, $"is a site of tenant {parent.Tenant}. Maybe choose one of {move.Tenant}.")
            : Cycle(move.Site) is { } path
                ? new DirectoryFault(
                    "parent", move.Parent, $"makes the site a part of itself: {path}. Maybe put one at the top.")
            : null;
    }

    /// <summary>The way from a site up to itself; null when it ends at the top.</summary>
    private string? Cycle(string site)
    {
        var path = new List<string> { site };
        var seen = new HashSet<string>(StringComparer.Ordinal) { site };
        for (var at = ParentOf(site); at is not null; at = ParentOf(at))
        {
            path.Add(at);
            if (at == site)
            {
                return string.Join(" > ", path);
            }

            if (!seen.Add(at))
            {
                return null; // Above it is a cycle that others make.
            }
        }

        return null;
    }

    private string? ParentOf(string site) => _sites.TryGetValue(site, out var row) ? row.Parent : null;

    private void Set(string site, (string Tenant, string? Parent)? row)
    {
        if (row is { } value)
        {
            _sites[site] = value;
        }
        else
        {
            _sites.Remove(site);
        }
    }
}
