using System.Collections.Immutable;
using Muster.Adherence.Engine;
using Muster.Domain.People;
using Muster.Server.Adherence.Results;
using Muster.Server.People;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using Muster.Storage.Organization;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayFold
{
    private ImmutableDictionary<AgentId, DateTimeZone> _zones = ImmutableDictionary<AgentId, DateTimeZone>.Empty;
    private ImmutableDictionary<int, DateTimeOffset> _heard = ImmutableDictionary<int, DateTimeOffset>.Empty;
    private long _beginSeq;
    private long _lateSeq;

    /// <summary>The scopes of what it is judged by, in the order of the versions of a look.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
    [
        ScheduleStore.Scope.Value, RuleStore.Scope.Value, PeopleScope.Name.Value,
        OrganizationStore.Scope.Value,
    ];

    /// <summary>Which days are judged no longer.</summary>
    public PastSight Past => new(From, _zones, _beginSeq, _lateSeq);

    /// <summary>All before this place of the log is read as far as it is of the days around now.</summary>
    public void BeginAt(long seq) => (_beginSeq, Seq) = (seq, seq);

    /// <summary>Whether all that there was at a look is judged; sources and notices were looked at after it.</summary>
    public bool Has(ResultLook look) => Seq >= look.LogSeq
        && Schedules.Version >= look.Versions[0]
        && Terms.Version >= look.Versions[1]
        && People.Version >= look.Versions[2]
        && _organization.Position.Version >= look.Versions[3];

    /// <summary>Where results are that are stored now up to a moment.</summary>
    /// <param name="judged">A look of which all is judged.</param>
    public ResultPosition PositionAt(ResultLook judged, Instant until) => new(
        judged.Timeline, judged.Oldest, Seq, Schedules.Version, Terms.Version, _heard, judged.At,
        until.ToDateTimeOffset(), From.InUtc().Date);

    /// <summary>Adds the time up to a moment of which results are new.</summary>
    public void TakeDue(Instant until, ICollection<DueRange> due)
    {
        foreach (var tenant in _tenants.Values)
        {
            tenant.Engine.TakeDue(until, due);
        }
    }

    /// <summary>Makes the rows of an agent's time, as far as it lies in days that are judged as a whole.</summary>
    public void AddRows(AgentId agent, (Instant Start, Instant End) range, RowMaking rows)
    {
        if (!_people.TryGetValue(agent, out var person) || !_zones.TryGetValue(agent, out var zone))
        {
            return;
        }

        var first = Muster.Domain.Time.Days.Start(PastSight.FirstLiveDay(From, zone), zone);
        var start = Instant.Max(first, range.Start);
        if (start < range.End)
        {
            var tenant = TenantOf(person.Tenant);
            rows.Add(
                tenant.Engine, tenant.States, new Whereabouts(agent, zone), new Interval(start, range.End), first);
        }
    }

    private void NoteHeard(FeedLook look) => _heard = look.Sources.Where(source => source.HeardAt is not null)
        .ToImmutableDictionary(source => source.Number, source => source.HeardAt!.Value);

    // What happened before, or in the first hours of the window, may tell of days that are judged no longer.
    private void NoteLate(IEnumerable<LoggedEvent> events)
    {
        var end = Past.End.ToDateTimeOffset();
        foreach (var one in events.Where(one => one.At < end))
        {
            _lateSeq = Math.Max(_lateSeq, one.Seq);
        }
    }
}
