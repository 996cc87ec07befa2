namespace Muster.Domain.Identity;

/// <summary>A named set of permissions. Ids are ordered by creation (UUID version 7).</summary>
public readonly record struct AccessRoleId(Guid Value)
{
    public static AccessRoleId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
