using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Adherence;
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
        var rules = new AdherenceRules { Mappings = [new StateMapping("acd", "ready", StateMeaning.OnQueue)] };
        _fold.Apply(RuleBook.Empty.WithNewer(
            [new RuleRow(North.Id, 1, null, RulesJson.Write(rules), "Ben", DateTimeOffset.UnixEpoch)]));

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

    private static ScopeSnapshot<OrganizationSnapshot> At(long version, OrganizationSnapshot organization) =>
        new(new ScopePosition(1, version), organization);

    private static ToldDay Day(ActivityCode code) => new(
        new AgentDay(Ann.Id, Today, Kiel.Id, 1, 1, new DayContent(
            [new PlannedActivity(ActivityLayer.Work, Noon - Duration.FromHours(3), 480, code.Id)])),
        1, "Ben", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private void Hear(string state)
    {
        var at = Noon.ToDateTimeOffset();
        var look = new FeedLook(at, 1, [(1, Acme.Id, "acd", at)]);
        _fold.Hear(look);
        _fold.Learn([new EventState(1, 1, state, "")]);
        _fold.Apply([new LoggedEvent(1, at, 1, at, Ann.Id, 1)]);
        _fold.Hear(look);
        _fold.Advance(Noon);
    }

    private WallRow Row() => Assert.Single(_fold.Snapshot(null, 1, 0).Of(Kiel.Id).Rows);
}
