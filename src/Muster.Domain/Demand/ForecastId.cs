namespace Muster.Domain.Demand;

/// <summary>A forecast of a business unit. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct ForecastId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
