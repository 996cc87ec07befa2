using System.Collections.Concurrent;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Storage.Demand;
using Muster.Storage.Organization;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>
/// Whether what schedules were built from has changed since. The input is read once for all units of a build, and
/// again only when people, organization or forecasts have changed: a look costs one small question to the database.
/// </summary>
public sealed class BuildStaleness(BuildInputs inputs, ClusterParts cluster)
{
    // Past this, everything is read again at the next look: bounded memory.
    private const int MostKept = 200;

    private static readonly ScopeName[] Watched = [OrganizationStore.Scope, PeopleScope.Name, ForecastStore.Scope];

    private readonly ConcurrentDictionary<BuildId, Look> _looks = new();
    private long _reads;

    /// <summary>How often the input of a build was read anew.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    /// <summary>By unit: what has changed. Units without a schedule are left out, and so is an open build.</summary>
    public async Task<IReadOnlyDictionary<ManagementUnitId, IReadOnlyList<BuildInputPart>>> ReadAsync(
        ScheduleBuild build, IReadOnlyList<BuildPartRow> parts, CancellationToken token)
    {
        if (build.IsOpen)
        {
            return new Dictionary<ManagementUnitId, IReadOnlyList<BuildInputPart>>();
        }

        var versions = await VersionsAsync(token);
        if (_looks.TryGetValue(build.Id, out var look) && look.Versions == versions)
        {
            return look.Changed;
        }

        // The versions were read before the input: what changes meanwhile is seen at the next look.
        Interlocked.Increment(ref _reads);
        var ground = await inputs.ReadAsync(build, token);
        var changed = new Dictionary<ManagementUnitId, IReadOnlyList<BuildInputPart>>();
        foreach (var unit in parts.GroupBy(part => part.Unit))
        {
            if (BuildPartRow.BestOf([.. unit]).Input is { } kept)
            {
                changed[unit.Key] = ground.Refused is null && ground.Value.Of(unit.Key) is { } material
                    ? ProblemMaking.PrintOf(material).ChangedSince(kept)
                    : [BuildInputPart.People];
            }
        }

        Keep(build.Id, new Look(versions, changed));
        return changed;
    }

    private void Keep(BuildId build, Look look)
    {
        if (_looks.Count >= MostKept)
        {
            _looks.Clear();
        }

        _looks[build] = look;
    }

    private async Task<string> VersionsAsync(CancellationToken token)
    {
        var now = await cluster.Scopes.ReadVersionsAsync(token);
        return string.Join(' ', Watched.Select(now.Of));
    }

    private sealed record Look(
        string Versions, IReadOnlyDictionary<ManagementUnitId, IReadOnlyList<BuildInputPart>> Changed);
}
