using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Domain.Tests.People;

public sealed class AgentTests
{
    private static readonly SkillId Loans = SkillId.Of(Guid.CreateVersion7());
    private static readonly SkillId Polish = SkillId.Of(Guid.CreateVersion7());

    [Fact]
    public void Whoever_has_all_skills_well_enough_can_serve_a_group()
    {
        Assert.True(With((Loans, 50), (Polish, 10)).CanServe(Group((Loans, 50), (Polish, 0))));
        Assert.False(With((Loans, 49), (Polish, 10)).CanServe(Group((Loans, 50), (Polish, 0))));
        Assert.False(With((Loans, 50)).CanServe(Group((Loans, 50), (Polish, 0))));
    }

    [Fact]
    public void Anybody_can_serve_a_group_that_needs_no_skill() => Assert.True(With().CanServe(Group()));

    private static Agent With(params (SkillId Skill, int Level)[] skills) => new()
    {
        Id = new AgentId(Guid.CreateVersion7()),
        Tenant = TenantId.Of(Guid.CreateVersion7()),
        FirstName = "Ada",
        LastName = "Lovelace",
        Skills = [.. skills.Select(skill => new AgentSkill(skill.Skill, skill.Level))],
    };

    private static PlanningGroup Group(params (SkillId Skill, int Level)[] needed) => new()
    {
        Id = PlanningGroupId.Of(Guid.CreateVersion7()),
        Name = "Loans",
        BusinessUnitId = BusinessUnitId.Of(Guid.CreateVersion7()),
        Channel = Channel.Voice,
        Queues = [],
        RequiredSkills = [.. needed.Select(skill => new RequiredSkill(skill.Skill, skill.Level))],
    };
}
