namespace Muster.Domain.Organization;

public readonly record struct TeamId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
