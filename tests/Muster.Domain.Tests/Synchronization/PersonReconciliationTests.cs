using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using NodaTime;

namespace Muster.Domain.Tests.Synchronization;

public sealed class PersonReconciliationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly LocalDate Today = new(2026, 11, 21);

    private readonly Tenant _tenant = new() { Id = new TenantId(Id(1)), Name = "T" };
    private readonly BusinessUnit _business;
    private readonly ManagementUnit _north;
    private readonly ManagementUnit _south;
    private readonly Dictionary<(ObjectKind, string), Guid> _entities;
    private readonly OrganizationSnapshot _organization;

    public PersonReconciliationTests()
    {
        _business = new BusinessUnit
        {
            Id = new BusinessUnitId(Id(2)),
            TenantId = _tenant.Id,
            Name = "B",
            Zone = DateTimeZone.Utc,
        };
        _north = new ManagementUnit { Id = new ManagementUnitId(Id(3)), BusinessUnitId = _business.Id, Name = "N" };
        _south = new ManagementUnit { Id = new ManagementUnitId(Id(4)), BusinessUnitId = _business.Id, Name = "S" };
        _organization = OrganizationSnapshot.Empty.With(
        [
            _tenant, _business, _north, _south,
            new Skill { Id = new SkillId(Id(5)), TenantId = _tenant.Id, Name = "K" },
            Site(6, "north", SiteAssignment.Here, _north.Id), Site(7, "south", SiteAssignment.Here, _south.Id),
            Site(8, "far", SiteAssignment.Elsewhere, null), Site(9, "open", SiteAssignment.Unassigned, null),
        ]);
        _entities = new Dictionary<(ObjectKind, string), Guid>
        {
            [(ObjectKind.Tenant, "t")] = Id(1),
            [(ObjectKind.Skill, "k")] = Id(5),
            [(ObjectKind.Site, "north")] = Id(6),
            [(ObjectKind.Site, "south")] = Id(7),
            [(ObjectKind.Site, "far")] = Id(8),
            [(ObjectKind.Site, "open")] = Id(9),
        };
    }

    private static SourcePerson Ann => new() { Tenant = "t", FirstName = "Ann", LastName = "Lee", Site = "north" };

    [Theory]
    [InlineData("north", true, true)]
    [InlineData("open", false, true)]
    [InlineData("far", false, false)]
    [InlineData(null, false, true)]
    public void The_level_and_the_site_decide_who_is_ours(string? site, bool atOne, bool atTwo)
    {
        Assert.Equal(atOne, Decide(Ann with { Site = site }, null, SynchronizationLevel.Assigned).After is not null);
        Assert.Equal(atTwo, Decide(Ann with { Site = site }, null).After is not null);
        Assert.Null(Decide(Ann with { Site = site }, null, SynchronizationLevel.Off).After);
        Assert.Null(Decide(Ann with { Site = site, IsAgent = false }, null).After);
    }

    [Fact]
    public void A_move_ends_the_team_carries_the_plan_and_asks_for_a_look()
    {
        var ann = Decide(Ann, null).After! with
        {
            Teams = new DatedList<TeamId>([]).Set(Today.PlusDays(-9), new TeamId(Id(20))),
            WorkPlans = new DatedList<WorkPlanId>([]).Set(Today.PlusDays(-9), new WorkPlanId(Id(21))),
        };

        var moved = Decide(Ann with { Site = "south" }, ann);

        Assert.Equal(_south.Id, moved.After!.ManagementUnit);
        Assert.Null(moved.After.Teams.At(Today));
        Assert.Equal(Id(21), moved.After.WorkPlans.At(Today)?.Value);
        Assert.Equal([AgentEventKind.Moved], moved.Events);
        Assert.Contains(
            "The team has ended. The work plan goes on.", Assert.Single(moved.Issues).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_planned_elsewhere_takes_the_agent_away_and_gives_it_back()
    {
        var ann = Decide(Ann, null).After!;
        var gone = Decide(Ann with { Site = "far" }, ann);
        var back = Decide(Ann, gone.After);

        Assert.Equal(Now, gone.After!.RemovedAt);
        Assert.True(gone.Ends);
        Assert.Null(back.After!.RemovedAt);
        Assert.Equal(ann.Id, back.After.Id);
        Assert.Equal([AgentEventKind.Restored], back.Events);
    }

    [Fact]
    public void What_cannot_be_used_is_said_and_the_rest_goes_in()
    {
        var decision = Decide(
            Ann with { Skills = [new SourceSkillLevel("k", 7), new("none", 1), new("k", 8), new("k", 101)] }, null);

        Assert.Equal(7, Assert.Single(decision.After!.Skills).Level);
        Assert.Equal(
            ["skills[1].skill", "skills[2].skill", "skills[3].level"], decision.Issues.Select(issue => issue.Field));
        Assert.Equal((ObjectKind.Skill, "none"), decision.Issues[0].Missing);
    }

    [Fact]
    public void What_is_overridden_or_owned_by_wfm_stays_whatever_the_source_says()
    {
        var ann = Decide(Ann, null).After! with
        {
            Overrides = [new FieldOverride(AgentField.Employment, "paul", Now)],
        };

        var kept = Decide(Ann with { IsActive = false, FirstName = "Anna" }, ann);
        var gone = PersonReconciliation.Decide(Situation(null, ann, SynchronizationLevel.Everything));

        Assert.True(kept.After!.Employment.IsActiveOn(Today));
        Assert.Equal("Anna", kept.After.FirstName);
        Assert.Same(ann, gone.After);
    }

    [Fact]
    public void The_same_word_twice_changes_nothing()
    {
        var ann = Decide(Ann with { Skills = [new SourceSkillLevel("k", 7)] }, null).After!;
        var again = Decide(Ann with { Skills = [new SourceSkillLevel("k", 7)] }, ann);

        Assert.Empty(again.Events);
        Assert.Empty(AgentDifference.Between(ann, again.After!));
    }

    private static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private Site Site(int id, string name, SiteAssignment assignment, ManagementUnitId? unit) => new()
    {
        Id = new SiteId(Id(id)),
        TenantId = _tenant.Id,
        Name = name,
        Assignment = assignment,
        ManagementUnitId = unit,
    };

    private PersonDecision Decide(
        SourcePerson said, Agent? agent, SynchronizationLevel level = SynchronizationLevel.Everything) =>
        PersonReconciliation.Decide(Situation(said, agent, level));

    private PersonSituation Situation(SourcePerson? said, Agent? agent, SynchronizationLevel level) => new(
        agent, new SourceObject(ObjectKind.Person, "p", 1, Now, said), new SourceRules(level),
        new KnownReferences(_entities, _organization), Today, Now);
}
