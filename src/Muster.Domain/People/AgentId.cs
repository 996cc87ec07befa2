namespace Muster.Domain.People;

/// <summary>Somebody who handles contacts. It never changes, whatever the directory calls the person.</summary>
public readonly record struct AgentId(Guid Value)
{
    public static AgentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public override string ToString() => Value.ToString();
}
