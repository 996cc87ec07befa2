namespace Muster.Server.Api.People;

/// <param name="Level">0 to 100; higher is better.</param>
public sealed record SkillLevelBody(Guid SkillId, int Level);
