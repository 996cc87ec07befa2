using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Domain.Tests.Organization;

public sealed class OrganizationRulesTests
{
    [Fact]
    public void The_sample_is_sound() => Assert.All(Sample.All.All, item => Assert.Empty(Sample.ErrorsOf(item, item)));

    [Fact]
    public void What_an_item_names_must_be_there() =>
        Assert.Equal(["management_unit_id"], Sample.Wrong(Sample.Owls with { ManagementUnitId = default }));

    [Fact]
    public void What_an_item_names_must_be_of_its_tenant()
    {
        var group = Group(new RequiredSkill(Sample.German.Id), new RequiredSkill(Sample.OtherGerman.Id));

        var error = Assert.Single(Sample.ErrorsOf(group));

        Assert.Equal("required_skills[1].skill_id", error.Field);
        Assert.Contains("of another tenant: German", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_item_names_must_not_be_removed()
    {
        var all = Sample.All.With(Sample.German with { RemovedAt = DateTimeOffset.UnixEpoch });

        var refused = OrganizationRules.Check(all, null, Group(new RequiredSkill(Sample.German.Id)));

        Assert.Contains(
            "was removed: German.\nMaybe restore it",
            Assert.Single(Assert.IsType<Refusal.Invalid>(refused).Errors).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_skill_is_named_once_and_at_a_level_that_there_is() =>
        Assert.Equal(
            ["required_skills[0].minimum_level", "required_skills[1].skill_id"],
            Sample.Wrong(Group(new RequiredSkill(Sample.German.Id, 101), new RequiredSkill(Sample.German.Id))));

    [Fact]
    public void Nothing_leaves_its_tenant_or_unit()
    {
        Assert.Equal(["tenant_id"], Sample.Wrong(Sample.German with { TenantId = Sample.Other.Id }, Sample.German));
        Assert.Equal(
            ["business_unit_id"], Sample.Wrong(Sample.Kiel with { BusinessUnitId = Sample.South.Id }, Sample.Kiel));
        Assert.Equal(
            ["management_unit_id"],
            Sample.Wrong(Sample.Owls with { ManagementUnitId = Sample.Munich.Id }, Sample.Owls));
    }

    [Fact]
    public void A_team_may_go_to_another_management_unit_of_its_business_unit()
    {
        var all = Sample.All.With(Sample.Munich with { BusinessUnitId = Sample.North.Id });

        Assert.Null(
            OrganizationRules.Check(all, Sample.Owls, Sample.Owls with { ManagementUnitId = Sample.Munich.Id }));
    }

    [Fact]
    public void Sites_that_would_contain_each_other_are_refused_with_the_path()
    {
        var (north, kiel, dock) = (Site(20, "North", null), Site(21, "Kiel", 20), Site(22, "Dock", 21));
        var all = Sample.All.With([north, kiel, dock]);

        var refused = OrganizationRules.Check(all, north, north with { ParentId = dock.Id });

        var error = Assert.Single(Assert.IsType<Refusal.Invalid>(refused).Errors);
        Assert.Equal("parent_id", error.Field);
        Assert.Equal("makes a circle: North > Dock > Kiel > North.", error.Message);
        Assert.Null(OrganizationRules.Check(all, dock, dock with { ParentId = north.Id }));
    }

    [Fact]
    public void A_site_names_a_unit_exactly_when_it_is_planned_here()
    {
        var site = Site(20, "Kiel", null);

        Assert.Equal(["management_unit_id"], Sample.Wrong(site with { Assignment = SiteAssignment.Here }));
        Assert.Equal(["management_unit_id"], Sample.Wrong(site with { ManagementUnitId = Sample.Kiel.Id }));
        Assert.Empty(Sample.Wrong(
            site with { Assignment = SiteAssignment.Here, ManagementUnitId = Sample.Kiel.Id }));
    }

    [Fact]
    public void What_is_in_use_is_not_removed_and_the_users_are_named()
    {
        var refused = Assert.IsType<Refusal.Conflict>(OrganizationRules.CheckRemoval(Sample.All, Sample.North));

        Assert.Contains("\"North\" is still in use by ", refused.Sentence, StringComparison.Ordinal);
        Assert.Contains(" and 2 more.\nMaybe", refused.Sentence, StringComparison.Ordinal);
        Assert.Null(OrganizationRules.CheckRemoval(Sample.All, Sample.Owls));
    }

    [Fact]
    public void Units_goals_and_colours_are_what_they_can_be()
    {
        Assert.Equal(["interval_minutes"], Sample.Wrong(Sample.North with { IntervalMinutes = 20 }));
        Assert.Equal(["colour"], Sample.Wrong(Sample.Pause with { Colour = "red" }));
        var goal = new ServiceGoal { Name = "Goal", BusinessUnitId = Sample.North.Id };
        Assert.Equal(["answer_percent"], Sample.Wrong(goal));
        Assert.Equal(["answer_percent", "answer_within_seconds"], Sample.Wrong(goal with { AnswerPercent = 80 }));
        Assert.Empty(Sample.Wrong(goal with { AnswerPercent = 80, AnswerWithinSeconds = 20 }));
    }

    private static PlanningGroup Group(params RequiredSkill[] skills) => new()
    {
        Name = "Sales",
        BusinessUnitId = Sample.North.Id,
        Channel = Channel.Voice,
        Queues = [new PlannedQueue("q1", "Sales")],
        RequiredSkills = skills,
    };

    private static Site Site(int id, string name, int? parent) => new()
    {
        Id = new SiteId(Sample.Id(id)),
        Name = name,
        TenantId = Sample.Acme.Id,
        ParentId = parent is { } number ? new SiteId(Sample.Id(number)) : null,
    };
}
