namespace Muster.Domain.Organization;

public readonly record struct ManagementUnitId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
