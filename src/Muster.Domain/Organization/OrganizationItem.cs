using System.Text.Json.Serialization;
using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>
/// A thing that an organization is made of: an immutable version of it. Nothing is ever deleted; what was removed stays
/// as a tombstone, because schedules and history go on naming it. Names are labels: equal ones are legal everywhere.
/// </summary>
public abstract record OrganizationItem
{
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>Grows by one with every change, from 1.</summary>
    [JsonPropertyOrder(8)]
    public long Version { get; init; } = 1;

    /// <summary>Null as long as it is in use.</summary>
    [JsonPropertyOrder(9)]
    public DateTimeOffset? RemovedAt { get; init; }

    [JsonIgnore]
    public bool IsRemoved => RemovedAt is not null;

    /// <summary>The id without its type.</summary>
    public abstract Guid Key();

    public abstract OrganizationItem WithKey(Guid key);

    /// <summary>What it belongs to: a tenant, a unit. It stays there for ever. Null for a tenant.</summary>
    public abstract ItemReference? Owner();

    /// <summary>What else it names. These must be there, and belong to the same unit or tenant.</summary>
    public virtual IEnumerable<ItemReference> References() => [];

    /// <summary>What is wrong with the item by itself.</summary>
    public virtual void Check(FieldChecks checks)
    {
    }

    /// <summary>What is wrong with it among others, beyond its references.</summary>
    public virtual void CheckAmong(OrganizationSnapshot others, FieldChecks checks)
    {
    }
}
