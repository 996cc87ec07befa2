namespace Muster.Domain.Organization;

/// <summary>The id of one kind of item: a type for each, so that a skill is never taken for a switch.</summary>
public interface IItemId<TSelf>
    where TSelf : struct, IItemId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}
