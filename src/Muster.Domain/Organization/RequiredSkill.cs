namespace Muster.Domain.Organization;

/// <summary>A skill that somebody must have, and at least how well.</summary>
public sealed record RequiredSkill(SkillId SkillId, int MinimumLevel = Skill.LowestLevel);
