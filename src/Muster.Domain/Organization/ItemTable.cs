using System.Collections.Immutable;

namespace Muster.Domain.Organization;

/// <summary>All items of a kind, by id, removed ones too. Immutable.</summary>
public readonly struct ItemTable<TId, T>
    where TId : struct, IItemId<TId>
    where T : IdentifiedItem<TId>
{
    private readonly ImmutableDictionary<Guid, OrganizationItem> _items;

    internal ItemTable(ImmutableDictionary<Guid, OrganizationItem> items) => _items = items;

    /// <summary>How many there are, removed ones too.</summary>
    public int Count => _items.Count;

    /// <summary>Every one, removed ones too, in no order.</summary>
    public IEnumerable<T> All => _items.Values.Cast<T>();

    /// <summary>Those that are not removed, in no order.</summary>
    public IEnumerable<T> InUse => All.Where(item => !item.IsRemoved);

    /// <exception cref="KeyNotFoundException">There never was one of that id.</exception>
    public T this[TId id] => (T)_items[id.Value];

    /// <summary>The item, also if it is removed; null when there never was one of that id.</summary>
    public T? Find(TId id) => (T?)_items.GetValueOrDefault(id.Value);
}
