namespace Muster.Domain.Organization;

public readonly record struct BusinessUnitId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
