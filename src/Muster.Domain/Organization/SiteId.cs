namespace Muster.Domain.Organization;

public readonly record struct SiteId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
