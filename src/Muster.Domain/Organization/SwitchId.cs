namespace Muster.Domain.Organization;

public readonly record struct SwitchId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
