namespace Muster.Domain.Organization;

/// <summary>What somebody is able to do, at a level.</summary>
public sealed record Skill : TenantItem<SkillId>
{
    public const int LowestLevel = 0;
    public const int HighestLevel = 100;
}
