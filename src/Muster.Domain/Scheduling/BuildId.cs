namespace Muster.Domain.Scheduling;

/// <summary>A build of schedules. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct BuildId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
