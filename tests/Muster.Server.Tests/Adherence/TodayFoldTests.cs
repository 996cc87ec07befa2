using Muster.Adherence.Engine;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Adherence;
using Muster.Server.Adherence.Results;
using Muster.Server.Adherence.Today;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Tests.Adherence;

public sealed class TodayFoldTests
{
    private static readonly Tenant Acme = new() { Id = new TenantId(Guid.NewGuid()), Name = "Acme" };
    private static readonly Tenant Other = new() { Id = new TenantId(Guid.NewGuid()), Name = "Other" };
    private static readonly BusinessUnit North = new()
    {
        Id = new BusinessUnitId(Guid.NewGuid()),
        Name = "North",
        TenantId = Acme.Id,
        Zone = DateTimeZone.Utc,
    };
    private static readonly BusinessUnit South = North with
    {
        Id = new BusinessUnitId(Guid.NewGuid()),
        TenantId = Other.Id,
    };
    private static readonly ManagementUnit Kiel =
        new() { Id = new ManagementUnitId(Guid.NewGuid()), Name = "Kiel", BusinessUnitId = North.Id };
    private static readonly ManagementUnit Bonn = Kiel with { Id = new ManagementUnitId(Guid.NewGuid()) };
    private static readonly ActivityCode Calls = new()
    {
        Id = new ActivityCodeId(Guid.NewGuid()),
        Name = "Calls",
        BusinessUnitId = North.Id,
        Category = ActivityCategory.OnQueue,
        Paid = true,
        CountsAsWork = true,
        Colour = "#a0b0c0",
    };
    private static readonly ActivityCode OtherCalls = Calls with
    {
        Id = new ActivityCodeId(Guid.NewGuid()),
        BusinessUnitId = South.Id,
    };
    private static readonly OrganizationSnapshot All =
        OrganizationSnapshot.Empty.With([Acme, Other, North, South, Kiel, Bonn, Calls, OtherCalls]);
    private static readonly WatchedPerson Ann =
        new(new AgentId(Guid.NewGuid()), Acme.Id, Kiel.Id, null, "Ann Lee");
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly Instant Noon = Today.At(new LocalTime(12, 0)).InUtc().ToInstant();

    private readonly TodayFold _fold = new(Today);

    [Fact]
    public void Who_moves_from_a_unit_to_another_in_one_step_is_on_one_wall()
    {
        _fold.Apply(At(1, All));
        _fold.Apply([Ann]);
        var before = _fold.Snapshot(null, 1, 0);

        _fold.Apply([Ann with { Unit = Bonn.Id }]);
        var after = _fold.Snapshot(before, 2, 0);

        Assert.Single(before.Of(Kiel.Id).Rows);
        Assert.Empty(after.Of(Kiel.Id).Rows);
        Assert.Equal(2, after.Of(Kiel.Id).WholeSince);
        Assert.Single(after.Of(Bonn.Id).Rows);
    }

    [Fact]
    public void An_organization_that_is_older_than_the_known_one_is_left_out()
    {
        _fold.Apply(At(2, All));

        _fold.Apply(At(1, OrganizationSnapshot.Empty));

        Assert.False(_fold.NamesUnknown([Ann]));
        Assert.True(_fold.NamesUnknown([Ann with { Unit = new ManagementUnitId(Guid.NewGuid()) }]));
    }

    [Fact]
    public void Rules_of_a_unit_that_is_not_known_yet_hold_as_soon_as_it_is()
    {
        _fold.Apply(Rules());

        _fold.Apply(At(1, All));
        _fold.Apply([Ann]);
        Hear("ready");

        Assert.Equal(VerdictRule.WorkingUnscheduled, Row().Status.Rule);
    }

    [Fact]
    public void A_day_that_names_a_code_of_another_tenant_is_left_out()
    {
        _fold.Apply(At(1, All));
        _fold.Apply([Ann]);

        _fold.Apply([Day(OtherCalls)]);
        _fold.Advance(Noon);
        var left = Row();
        _fold.Apply([Day(Calls)]);

        Assert.False(_fold.NamesUnknown([Day(OtherCalls)]));
        Assert.Null(left.Scheduled);
        Assert.Equal(Calls, Row().Scheduled);
    }

    [Fact]
    public void While_a_source_is_silent_it_is_not_known_who_is_on_queue()
    {
        _fold.Apply(At(1, All));
        _fold.Apply([Ann]);
        Hear("ready");
        _fold.Advance(Noon + Duration.FromMinutes(5));

        var presence = _fold.Presence([Ann.Id], new Interval(_fold.From, Noon + Duration.FromHours(1)))!;

        Assert.Equal([new Interval(Noon + Duration.FromMinutes(1), presence.AsOf)], presence.Unknown);
    }

    [Fact]
    public void A_night_shift_is_judged_on_over_midnight_and_what_is_over_is_forgotten()
    {
        _fold.Apply(At(1, All));
        _fold.Apply(Rules());
        _fold.Apply([Ann]);
        var begin = Today.At(new LocalTime(22, 0)).InUtc().ToInstant();
        var night = Day(Calls, begin);
        _fold.Apply([night]);
        Hear("ready", begin);
        GoTo(begin + Duration.FromMinutes(119));
        var before = Row().Status;

        _fold.MoveTo(Today.PlusDays(1));
        _fold.Apply([night]);
        GoTo(begin + Duration.FromMinutes(121));
        var after = Row().Status;
        GoTo(begin + Duration.FromHours(8) + Duration.FromMinutes(1));
        var over = Row().Status;
        _fold.MoveTo(Today.PlusDays(2));
        GoTo(_fold.From + Duration.FromHours(25));

        Assert.Equal((VerdictRule.Accepted, begin), (before.Rule, before.Since));
        Assert.Equal((VerdictRule.Accepted, begin), (after.Rule, after.Since));
        Assert.Equal((VerdictRule.WorkingUnscheduled, Calls.Id), (over.Rule, after.Scheduled));
        Assert.Equal(begin + Duration.FromHours(8), over.Since);
        Assert.Equal((Today, Today.PlusDays(6)), _fold.Days);
        Assert.Equal((VerdictRule.WorkingUnscheduled, _fold.From + Duration.FromHours(6)),
            (Row().Status.Rule, Row().Status.Since));
    }

    [Fact]
    public void Who_leaves_is_on_no_wall_and_has_results_up_to_then()
    {
        _fold.Apply(At(1, All));
        _fold.Apply(Rules());
        _fold.Apply([Ann]);
        _fold.Apply([Day(Calls)]);
        Hear("ready");
        GoTo(Noon + Duration.FromMinutes(7));
        var before = _fold.Snapshot(null, 1, 0);

        _fold.Drop([Ann.Id]);
        var after = _fold.Snapshot(before, 2, 0);
        GoTo(Noon + Duration.FromMinutes(20));
        var (due, rows) = (new List<DueRange>(), new RowMaking());
        _fold.TakeDue(Noon + Duration.FromMinutes(15), due);
        due.ForEach(range => _fold.AddRows(range.Agent, (range.Start, range.End), rows));
        var made = rows.Take();
        GoTo(Noon + Duration.FromMinutes(40));
        due.Clear();
        _fold.TakeDue(Noon + Duration.FromMinutes(30), due);

        Assert.Equal([1, 0], [before.Of(Kiel.Id).Rows.Count, after.Of(Kiel.Id).Rows.Count]);
        Assert.Equal((Noon.ToDateTimeOffset(), 420), (made.Intervals[^1].Start, made.Intervals[^1].Counters[0]));
        Assert.Equal((Noon + Duration.FromMinutes(15)).ToDateTimeOffset(), made.Ranges[^1].End);
        Assert.Empty(due);
        _fold.MoveTo(Today.PlusDays(2));
        _fold.Drop([Ann.Id]);
        Assert.Empty(_fold.Agents);
    }

    [Fact]
    public void What_a_source_has_lost_is_unknown_also_where_it_is_told_before_the_source_is_known()
    {
        _fold.Apply(At(1, All));
        _fold.Apply([Ann]);
        var lost = new EventLoss(
            Guid.NewGuid(), 1, Acme.Id, "acd", Noon.ToDateTimeOffset(), Noon.ToDateTimeOffset().AddMinutes(5), "");
        _fold.Lose([lost, lost with { Tenant = Other.Id, End = lost.End.AddHours(1) }]);
        Hear("ready");
        GoTo(Noon + Duration.FromMinutes(2));
        var within = Row().Status.Rule;
        GoTo(Noon + Duration.FromMinutes(6));
        var after = Row().Status.Rule;
        _fold.Lose([lost with { End = lost.End.AddMinutes(5) }]);
        _fold.Advance(Noon + Duration.FromMinutes(6));
        var longer = Row().Status.Rule;
        _fold.Lose([]);
        _fold.Advance(Noon + Duration.FromMinutes(6));

        Assert.Equal(
            [VerdictRule.SourceSilent, VerdictRule.StateNotMapped, VerdictRule.SourceSilent], [within, after, longer]);
        Assert.Equal(VerdictRule.StateNotMapped, Row().Status.Rule);
    }

    private static ScopeSnapshot<OrganizationSnapshot> At(long version, OrganizationSnapshot organization) =>
        new(new ScopePosition(1, version), organization);

    private static RuleBook Rules() => RuleBook.Empty.WithNewer(
    [
        new RuleRow(North.Id, 1, null, RulesJson.Write(new AdherenceRules
        {
            Mappings = [new StateMapping("acd", "ready", StateMeaning.OnQueue)],
        }), "Ben", DateTimeOffset.UnixEpoch),
    ]);

    private static ToldDay Day(ActivityCode code) => Day(code, Noon - Duration.FromHours(3));

    // Eight hours.
    private static ToldDay Day(ActivityCode code, Instant begin) => new(
        new AgentDay(Ann.Id, Today, Kiel.Id, 1, 1, new DayContent(
            [new PlannedActivity(ActivityLayer.Work, begin, 480, code.Id)])),
        1, "Ben", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    // With a sign of life.
    private void GoTo(Instant now)
    {
        var at = now.ToDateTimeOffset();
        _fold.Hear(new FeedLook(at, 1, [(1, Acme.Id, "acd", at)]));
        _fold.Advance(now);
    }

    private void Hear(string state) => Hear(state, Noon);

    private void Hear(string state, Instant begin)
    {
        var at = begin.ToDateTimeOffset();
        var look = new FeedLook(at, 1, [(1, Acme.Id, "acd", at)]);
        _fold.Hear(look);
        _fold.Learn([new EventState(1, 1, state, "")]);
        _fold.Apply([new LoggedEvent(1, at, 1, at, Ann.Id, 1)]);
        _fold.Hear(look);
        _fold.Advance(begin);
    }

    private WallRow Row() => Assert.Single(_fold.Snapshot(null, 1, 0).Of(Kiel.Id).Rows);
}
