using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>An item of a kind whose ids have a type of their own.</summary>
public abstract record IdentifiedItem<TId> : OrganizationItem
    where TId : struct, IItemId<TId>
{
    [JsonPropertyOrder(-4)]
    public TId Id { get; init; }

    public sealed override Guid Key() => Id.Value;

    public sealed override OrganizationItem WithKey(Guid key) => this with { Id = TId.Of(key) };
}
