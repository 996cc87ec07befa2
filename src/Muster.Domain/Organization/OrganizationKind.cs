namespace Muster.Domain.Organization;

/// <summary>A kind of item; one object for each.</summary>
public sealed class OrganizationKind(string name, string path, Type type, OrganizationKind? owner, bool fromSource)
{
    /// <summary>As the database and the change log write it: "time_zone".</summary>
    public string Name { get; } = name;

    /// <summary>As the API's addresses do: "time-zones".</summary>
    public string Path { get; } = path;

    /// <summary>The record of its items.</summary>
    public Type Type { get; } = type;

    /// <summary>The kind of what each of its items belongs to; null for tenants.</summary>
    public OrganizationKind? Owner { get; } = owner;

    /// <summary>Whether a directory may tell of it.</summary>
    public bool IsFromSource { get; } = fromSource;

    /// <summary>As people read it: "time zone".</summary>
    public string Title { get; } = name.Replace('_', ' ');

    /// <summary>With its article: "an activity code".</summary>
    public string Indefinite => (Name[0] is 'a' ? "an " : "a ") + Title;

    public override string ToString() => Name;
}
