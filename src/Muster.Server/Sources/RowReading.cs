using Muster.Domain.Outcomes;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>Makes objects of the rows of a file; a row that is none is refused. For one file, used once.</summary>
internal sealed class RowReading(FileContext file, SeenIds seen)
{
    private readonly HashSet<string> _refused = [];

    /// <exception cref="SourceBrokenException">It is none of its kind: columns are missing.</exception>
    public IEnumerable<SourceRow> Read(FileRow row)
    {
        if (row.Header is { } header)
        {
            RequireColumns(header);
            return Unknown(header, row.Line);
        }

        return Unknown(row.Fields.Keys, row.Line).Append(ReadObject(row));
    }

    private SourceRow ReadObject(FileRow row)
    {
        var fields = new RowFields(row);
        var id = fields.Required(Field.ExternalId);
        var content = ContentOf(fields);
        if (id.Length > 0 && seen.Note(id, file.Name, row.Line) is { } first)
        {
            var place = file with { Name = first.File };
            return Rejected(id, row.Line, (Field.ExternalId,
                $"{id} stands in {place.PlaceOf(first.Line)} already.\nMaybe take one of the rows out."));
        }

        return fields.Trouble is { } trouble
            ? Rejected(id.Length > 0 ? id : null, row.Line, trouble)
            : new SourceObject(file.Shape.Kind, id, null, file.ChangedAt, content);
    }

    private SourceContent ContentOf(RowFields row)
    {
        if (file.Shape.Kind == ObjectKind.Tenant)
        {
            return new SourceTenant(row.Required(Field.Name));
        }

        var tenant = file.Tenant is null ? row.Required(Field.Tenant) : row.Text(Field.Tenant) ?? file.Tenant;
        return file.Shape.Kind switch
        {
            ObjectKind.TimeZone => new SourceTimeZone(tenant, row.Required(Field.Name), row.Required(Field.Zone)),
            ObjectKind.Switch => new SourceSwitch(tenant, row.Required(Field.Name)),
            ObjectKind.Skill => new SourceSkill(tenant, row.Required(Field.Name)),
            ObjectKind.Site => new SourceSite(
                tenant, row.Required(Field.Name), row.Text(Field.TimeZone), row.Text(Field.Parent)),
            _ => Person(row, tenant),
        };
    }

    private SourcePerson Person(RowFields row, string tenant) => new()
    {
        Tenant = tenant,
        UserName = row.Text(Field.UserName),
        EmployeeNumber = row.Text(Field.EmployeeNumber),
        FirstName = row.Required(Field.FirstName),
        LastName = row.Required(Field.LastName),
        Email = row.Text(Field.Email),
        IsAgent = row.Flag(Field.IsAgent, otherwise: true),
        IsActive = row.Flag(Field.IsActive, otherwise: true),
        Site = row.Text(Field.Site),
        TimeZone = row.Text(Field.TimeZone),
        HiredOn = row.Date(Field.HiredOn),
        TerminatedOn = row.Date(Field.TerminatedOn),
        Skills = row.Skills(Field.Skills),
        Logins = row.Logins(Field.Logins),
        Attributes = row.Attributes(file.Shape),
    };

    private void RequireColumns(IReadOnlyList<string> header)
    {
        var missing = file.Required.Except(header).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var others = header.Where(column => !file.Shape.Knows(column)).ToList();
        var remedy = others.Count > 0
            ? $"Maybe {NearestName.Of(missing[0], others)} is to be called {missing[0]}."
            : missing[0] == Field.Tenant
                ? "Maybe add it, or say whose the files are in the settings of the source."
                : "Maybe add it; the first line names the columns.";
        throw new SourceBrokenException(missing.Count == 1
            ? $"{file.Name} has no column {missing[0]}.\n{remedy}"
            : $"{file.Name} has no columns {string.Join(", ", missing)}.\n{remedy}");
    }

    // Of people they are attributes. Once for each file: it is not the row that is wrong.
    private List<SourceRow> Unknown(IEnumerable<string> fields, int line) => file.Shape.KeepsOthers
        ? []
        : [.. fields.Where(field => !file.Shape.Knows(field) && _refused.Add(field)).Select(field => Rejected(
            null, line, (field, $"is no field of {file.Shape.Stem}, and was left out.\n"
                + $"Maybe {NearestName.Of(field, file.Shape.Known)} is meant.")))];

    private SourceRow Rejected(string? id, int line, (string Field, string Reason) trouble) =>
        new RejectedRow(file.Shape.Kind, id, file.PlaceOf(line), trouble.Field, trouble.Reason);
}
