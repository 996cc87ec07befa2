using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// What a node has folded of the days around now: whose adherence is judged, by what, and how far the log was read.
/// Reads nothing by itself. Belongs to one strand.
/// </summary>
internal sealed partial class TodayFold
{
    // The zones of the earth are at most 14 hours ahead and 12 behind: every unit's today begins after yesterday's
    // midnight of UTC. A night shift of the day before reaches into it.
    private const int DaysBack = 2;

    // What comes next is known over a weekend.
    private const int DaysAhead = 4;

    private readonly Dictionary<TenantId, TenantFold> _tenants = [];
    private readonly Dictionary<AgentId, WatchedPerson> _people = [];
    private readonly Dictionary<BusinessUnitId, long> _ruleVersions = [];
    private ScopeSnapshot<OrganizationSnapshot> _organization = new(default, OrganizationSnapshot.Empty);
    private RuleBook? _rules;

    /// <param name="today">By UTC and the database's clock.</param>
    public TodayFold(LocalDate today) => Today = today;

    public LocalDate Today { get; private set; }

    /// <summary>The first moment that is judged.</summary>
    public Instant From => Today.PlusDays(-1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    /// <summary>The days <c>[from, to)</c> of schedules that it judges by.</summary>
    public (LocalDate From, LocalDate To) Days => (Today.PlusDays(-DaysBack), Today.PlusDays(DaysAhead));

    /// <summary>The days <c>[from, to)</c> on one of which somebody is employed who is watched: it is now.</summary>
    public (LocalDate From, LocalDate To) Now => (Today.PlusDays(-1), Today.PlusDays(2));

    public OrganizationSnapshot Organization => _organization.Content;

    /// <summary>The moment to which time has come.</summary>
    public Instant AsOf => _tenants.Count == 0 ? From : _tenants.Values.Max(tenant => tenant.Engine.Now);

    /// <summary>Of the published schedules that it judges by.</summary>
    public ScopePosition Schedules { get; set; }

    /// <summary>Of the people that it knows.</summary>
    public ScopePosition People { get; set; }

    /// <summary>Of the rules and approvals that it judges by.</summary>
    public ScopePosition Terms { get; set; }

    /// <summary>The last place of the log that it has folded.</summary>
    public long Seq { get; set; }

    /// <summary>Those too who left a while ago.</summary>
    public IReadOnlyCollection<AgentId> Agents => _people.Keys;

    public bool Watches(AgentId agent) => _people.ContainsKey(agent);

    /// <summary>The organization, when it is newer than the one that is known.</summary>
    public void Apply(ScopeSnapshot<OrganizationSnapshot> organization)
    {
        if (organization.Position <= _organization.Position)
        {
            return;
        }

        _organization = organization;
        foreach (var codes in Organization.ActivityCodes.All.GroupBy(code => TenantOf(code.BusinessUnitId)))
        {
            TenantOf(codes.Key).Engine.ApplyActivities(codes.Select(EngineInput.Of));
        }

        if (_rules is { } rules)
        {
            ApplyLists(rules);
        }

        Place(_people.Values);
        _isAllNew = true;
    }

    /// <summary>The rules, where they are not those that are known.</summary>
    public void Apply(RuleBook rules)
    {
        if (!ReferenceEquals(rules, _rules))
        {
            _rules = rules;
            ApplyLists(rules);
        }
    }

    /// <summary>Agents as they are now, new ones or known ones.</summary>
    public void Apply(IReadOnlyCollection<WatchedPerson> people)
    {
        foreach (var person in people)
        {
            _people[person.Id] = person;
            _renewed.Add(person.Id);
            if (person.Until is not null)
            {
                RemoveRow(person.Id);
            }
        }

        Place(people);
    }

    /// <summary>
    /// These have left, now if it is not known when. What they did before is judged until its days are over: the
    /// quarter of an hour in which they left is stored when it has passed, and something may be told late.
    /// </summary>
    public void Drop(IEnumerable<AgentId> agents)
    {
        foreach (var agent in agents.Where(_people.ContainsKey))
        {
            var person = _people[agent];
            if (person.Until is null)
            {
                Apply([person with { Until = AsOf.ToDateTimeOffset() }]);
            }
            else if (person.Until <= From.ToDateTimeOffset())
            {
                _people.Remove(agent);
                TenantOf(person.Tenant).Engine.Drop([agent]);
                _zones = _zones.Remove(agent);
            }
        }
    }

    /// <summary>All that is approved of these agents.</summary>
    public void Apply(IEnumerable<AgentId> agents, IEnumerable<ApprovalRow> approvals)
    {
        var byAgent = approvals.ToLookup(row => row.Agent);
        foreach (var agent in agents)
        {
            if (_people.TryGetValue(agent, out var person))
            {
                TenantOf(person.Tenant).Engine.ApplyApprovals(agent, byAgent[agent].Select(EngineInput.Of));
            }
        }
    }

    /// <summary>Whether some of the days name activity codes that the known organization does not have.</summary>
    public bool NamesUnknown(IEnumerable<ToldDay> days) => days.Any(day =>
        day.Day.Content.Activities.Any(activity => CodeOf(activity.Code) is null));

    /// <summary>Whether some belong to units that the known organization does not have.</summary>
    public bool NamesUnknown(IEnumerable<WatchedPerson> people) =>
        people.Any(person => Organization.ManagementUnits.Find(person.Unit) is null);

    /// <summary>
    /// Versions of days. Verdicts are new when it returns; those with codes that are unknown, or another tenant's, are
    /// left out.
    /// </summary>
    public void Apply(IEnumerable<ToldDay> days)
    {
        foreach (var ofTenant in days.Where(day => Watches(day.Day.Agent) && IsKnown(day))
            .GroupBy(day => _people[day.Day.Agent].Tenant))
        {
            TenantOf(ofTenant.Key).Engine.ApplySchedules(ofTenant.Select(EngineInput.Of));
        }
    }

    /// <summary>A day has passed: what lies before the new first moment is forgotten.</summary>
    public void MoveTo(LocalDate today)
    {
        Today = today;
        _lateSeq = Seq;
        foreach (var tenant in _tenants.Values)
        {
            tenant.Engine.Forget(From);
        }
    }

    /// <summary>Time has come to a moment.</summary>
    public void Advance(Instant now)
    {
        foreach (var tenant in _tenants.Values)
        {
            tenant.Engine.Advance(now);
        }
    }

    // The engine of the agent's tenant was told of the codes of that tenant alone.
    private bool IsKnown(ToldDay day) => day.Day.Content.Activities.All(activity =>
        CodeOf(activity.Code) is { } code && TenantOf(code.BusinessUnitId) == _people[day.Day.Agent].Tenant);

    // Those of a unit that is not known yet wait for the organization: nobody could say whose they are.
    private void ApplyLists(RuleBook rules)
    {
        foreach (var unit in rules.Units)
        {
            var list = rules.Of(unit);
            if (Organization.BusinessUnits.Find(unit) is { } known
                && _ruleVersions.GetValueOrDefault(unit) != list.Version)
            {
                _ruleVersions[unit] = list.Version;
                TenantOf(known.TenantId).Engine.ApplyRules(unit, list.Versions);
            }
        }
    }

    private TenantId TenantOf(BusinessUnitId unit) => Organization.BusinessUnits.Find(unit)?.TenantId ?? default;

    private TenantFold TenantOf(TenantId id)
    {
        if (!_tenants.TryGetValue(id, out var tenant))
        {
            tenant = _tenants[id] = new TenantFold(From);
        }

        return tenant;
    }

    // Whose unit is not known yet waits for the organization.
    private void Place(IEnumerable<WatchedPerson> people)
    {
        foreach (var ofTenant in people.GroupBy(person => person.Tenant))
        {
            var places = ofTenant
                .Select(person => (
                    person.Id, Unit: Organization.ManagementUnits.Find(person.Unit), person.Until))
                .Where(person => person.Unit is not null)
                .Select(person => new Muster.Adherence.Schedules.AgentPlace(
                    person.Id, person.Unit!.BusinessUnitId, Organization.ZoneOf(person.Unit),
                    EngineInput.Moment(person.Until)))
                .ToList();
            TenantOf(ofTenant.Key).Engine.ApplyAgents(places);
            _zones = _zones.SetItems(places.Select(place => KeyValuePair.Create(place.Agent, place.Zone)));
        }
    }
}
