namespace Muster.Domain.Organization;

public readonly record struct TimeZoneId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
