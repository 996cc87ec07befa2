namespace Muster.Domain.Organization;

public readonly record struct SkillId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
