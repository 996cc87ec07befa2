namespace Muster.Domain.Identity;

/// <summary>An access token of a program. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct TokenId(Guid Value)
{
    public static TokenId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
