using System.Collections.Frozen;
using System.Collections.Immutable;
using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime.Text;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayFold
{
    private readonly Dictionary<ManagementUnitId, Dictionary<AgentId, WallRow>> _rows = [];
    private readonly Dictionary<AgentId, ManagementUnitId> _unitOf = [];
    private readonly HashSet<ManagementUnitId> _left = [];
    private readonly HashSet<AgentId> _renewed = [];
    private ImmutableDictionary<ManagementUnitId, UnitWall> _walls =
        ImmutableDictionary<ManagementUnitId, UnitWall>.Empty;
    private bool _isAllNew;

    /// <summary>How all agents stand now.</summary>
    /// <param name="before">The snapshot before; null: there is none, and all is new.</param>
    public TodaySnapshot Snapshot(TodaySnapshot? before, long number, long madeAt)
    {
        var touched = Changed().Select(one => PutRow(one.Tenant, one.Status, number)).ToHashSet();

        // Only now: whoever is put on another wall has left the one before.
        touched.UnionWith(_left);
        foreach (var unit in touched)
        {
            var isWhole = before is null || _left.Contains(unit);
            _walls = _walls.SetItem(unit, new UnitWall(
                number, isWhole ? number : _walls.GetValueOrDefault(unit, UnitWall.Empty).WholeSince,
                [.. _rows[unit].Values]));
        }

        _left.Clear();
        _renewed.Clear();
        _isAllNew = false;
        return new TodaySnapshot(
            touched.Count > 0 || before is null ? number : before.Number, AsOf, madeAt, Schedules, Organization,
            _walls, Silent())
        {
            Terms = Terms,
        };
    }

    private List<(TenantFold Tenant, AgentStatus Status)> Changed()
    {
        var all = new List<(TenantFold, AgentStatus)>();
        foreach (var tenant in _tenants.Values)
        {
            var changed = new List<AgentStatus>();
            tenant.Engine.ChangedSince(_isAllNew ? 0 : tenant.Taken, changed);
            tenant.Taken = tenant.Engine.Stamp;
            all.AddRange(changed.Where(status => IsThere(status.Agent)).Select(status => (tenant, status)));
        }

        // Their names or teams are new, whatever their verdict does.
        foreach (var agent in _isAllNew ? [] : _renewed)
        {
            if (IsThere(agent) && TenantOf(_people[agent].Tenant) is var tenant
                && tenant.Engine.Of(agent) is { } status)
            {
                all.Add((tenant, status));
            }
        }

        return all;
    }

    private bool IsThere(AgentId agent) => _people.TryGetValue(agent, out var person) && person.Until is null;

    private ManagementUnitId PutRow(TenantFold tenant, AgentStatus status, long number)
    {
        var person = _people[status.Agent];
        if (_unitOf.TryGetValue(person.Id, out var unit) && unit != person.Unit)
        {
            RemoveRow(person.Id);
        }

        if (!_rows.TryGetValue(person.Unit, out var rows))
        {
            rows = _rows[person.Unit] = [];
        }

        _unitOf[person.Id] = person.Unit;
        rows[person.Id] = new WallRow
        {
            Number = number,
            Person = person,
            Status = status,
            State = status.State is { } state ? tenant.States.StateOf(state) : null,
            Scheduled = CodeOf(status.Scheduled),
            ScheduledSince = tenant.Engine.ScheduledSince(person.Id) ?? From,
            Next = CodeOf(status.Next),
            Reason = Words(tenant).Of(status),
        };
        return person.Unit;
    }

    private void RemoveRow(AgentId agent)
    {
        if (_unitOf.Remove(agent, out var unit) && _rows[unit].Remove(agent))
        {
            _left.Add(unit);
        }
    }

    private ActivityCode? CodeOf(ActivityCodeId? id) =>
        id is { } known ? Organization.ActivityCodes.Find(known) : null;

    // A status says of no version when it was told, so no clock is asked.
    private ReasonText Words(TenantFold tenant) => new(
        tenant.States, id => CodeOf(id)?.Name ?? "something", InstantPattern.General.Format);

    // What was silent for days is no news on a wall.
    private FrozenDictionary<TenantId, IReadOnlyList<SilentFeed>> Silent() => _tenants.ToFrozenDictionary(
        tenant => tenant.Key,
        IReadOnlyList<SilentFeed> (tenant) =>
        [
            .. tenant.Value.Engine.SilentSources().Where(source => source.LastHeard >= From)
                .Select(source => new SilentFeed(tenant.Value.States.SourceName(source.Source), source.LastHeard)),
        ]);
}
