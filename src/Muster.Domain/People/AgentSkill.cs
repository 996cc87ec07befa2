using Muster.Domain.Organization;

namespace Muster.Domain.People;

/// <param name="Level">0 to 100; higher is better.</param>
public sealed record AgentSkill(SkillId Skill, int Level);
