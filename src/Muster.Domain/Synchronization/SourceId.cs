namespace Muster.Domain.Synchronization;

/// <summary>A place that people, skills and time zones come from.</summary>
public readonly record struct SourceId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
