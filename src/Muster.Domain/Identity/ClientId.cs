namespace Muster.Domain.Identity;

/// <summary>A program that signs in with client credentials. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct ClientId(Guid Value)
{
    public static ClientId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
