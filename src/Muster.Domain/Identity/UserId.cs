namespace Muster.Domain.Identity;

/// <summary>A person with a local account. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct UserId(Guid Value)
{
    public static UserId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
