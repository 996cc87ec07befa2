using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>Contacts that are forecast and staffed together: some queues, a channel, and who can take them.</summary>
public sealed record PlanningGroup : UnitItem<PlanningGroupId>
{
    private const int MostQueues = 1000;
    private const int MostSkills = 50;

    public required Channel Channel { get; init; }

    public required IReadOnlyList<PlannedQueue> Queues { get; init; }

    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<RequiredSkill> RequiredSkills { get; init; } = [];

    public override IEnumerable<ItemReference> References() => RequiredSkills.Select((skill, index) =>
        new ItemReference($"required_skills[{index}].skill_id", OrganizationKinds.Skill, skill.SkillId.Value));

    public override void Check(FieldChecks checks)
    {
        checks.That(Queues.Count is >= 1 and <= MostQueues, "queues", $"must be 1 to {MostQueues} queues.")
            .That(RequiredSkills.Count <= MostSkills, "required_skills", $"must be at most {MostSkills} skills.");
        foreach (var (i, queue) in Queues.Index())
        {
            PlannedQueue.CheckId(checks, $"queues[{i}].id", queue.Id).Text($"queues[{i}].name", queue.Name, 1, 200)
                .That(Queues.Take(i).All(other => other.Id != queue.Id), $"queues[{i}].id", "is there twice.");
        }

        foreach (var (i, skill) in RequiredSkills.Index())
        {
            checks.Range(
                    $"required_skills[{i}].minimum_level", skill.MinimumLevel, Skill.LowestLevel, Skill.HighestLevel)
                .That(RequiredSkills.Take(i).All(other => other.SkillId != skill.SkillId),
                    $"required_skills[{i}].skill_id", "is there twice.");
        }
    }
}
