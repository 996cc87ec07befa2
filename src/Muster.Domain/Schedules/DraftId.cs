namespace Muster.Domain.Schedules;

/// <summary>A draft of a schedule. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct DraftId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
