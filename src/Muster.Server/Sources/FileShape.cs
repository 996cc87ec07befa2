using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>What a file of a kind is called, and which fields its rows have.</summary>
/// <param name="Stem">The name without its ending; of people's files, how it begins.</param>
/// <param name="Required">Without these it is none of the kind; the tenant is one where none is given.</param>
internal sealed record FileShape(
    ObjectKind Kind, string Stem, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>In the order of <see cref="ObjectKind"/>: nothing refers to what comes after it.</summary>
    public static IReadOnlyList<FileShape> All { get; } =
    [
        new(ObjectKind.Tenant, "tenants", [Field.ExternalId, Field.Name], []),
        new(ObjectKind.TimeZone, "time-zones", [Field.ExternalId, Field.Tenant, Field.Name, Field.Zone], []),
        new(ObjectKind.Switch, "switches", [Field.ExternalId, Field.Tenant, Field.Name], []),
        new(ObjectKind.Skill, "skills", [Field.ExternalId, Field.Tenant, Field.Name], []),
        new(ObjectKind.Site, "sites", [Field.ExternalId, Field.Tenant, Field.Name], [Field.TimeZone, Field.Parent]),
        new(ObjectKind.Person, "people",
            [Field.ExternalId, Field.Tenant, Field.FirstName, Field.LastName],
            [
                Field.UserName, Field.EmployeeNumber, Field.Email, Field.IsAgent, Field.IsActive, Field.Site,
                Field.TimeZone, Field.HiredOn, Field.TerminatedOn, Field.Skills, Field.Logins, Field.Attributes,
            ]),
    ];

    public static FileShape People => All[^1];

    /// <summary>What the source knows beyond these fields is kept of people, and of nothing else.</summary>
    public bool KeepsOthers => Kind == ObjectKind.Person;

    public IEnumerable<string> Known => Required.Concat(Optional);

    public bool Knows(string field) => Required.Contains(field) || Optional.Contains(field);

    /// <summary>Whether a file of that name is one of this kind.</summary>
    public bool Fits(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return KeepsOthers ? stem.StartsWith(Stem, StringComparison.Ordinal) : stem == Stem;
    }
}
