namespace Muster.Domain.Organization;

public readonly record struct WorkPlanId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
