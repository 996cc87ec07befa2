using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Server.Tests.Sources;

/// <summary>Whatever people are written down, the same people are read.</summary>
public sealed class FolderPropertyTests
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Columns =
    [
        "external_id", "tenant", "user_name", "employee_number", "first_name", "last_name", "email", "is_agent",
        "is_active", "site", "hired_on", "skills", "logins", "shoe size",
    ];

    private static Gen<string> Text => Gen.Elements(
        "Amy", "Ant", "O'Neil", "a,b", "a;b", "say \"hi\"", "two\nlines", "cr\r\nlf", " spaced ", "Żółć", "名前", "👩‍💻",
        "-", "# no comment", "null", "true", "007", "1e9", "- x", "a: b", "{x}", "[y]", "*z", "&w", "%d", "\t", "=1+1");

    private static Gen<string?> Maybe => Gen.OneOf(Gen.Constant((string?)null), Text.Select(text => (string?)text));

    private static Gen<string> Id => Gen.Elements("billing", "sales", "x y", "7", "ä");

    private static Gen<SourcePerson> Person =>
        from names in Text.Two()
        from texts in Gen.ArrayOf(Maybe, 5)
        from flags in Gen.Elements(true, false).Two()
        from day in Gen.Choose(0, 40_000)
        from skills in (from id in Id from level in Gen.Choose(0, 100) select new SourceSkillLevel(id, level)).ListOf()
        from logins in (from id in Id from code in Id select new SourceLogin(id, code)).ListOf()
        select new SourcePerson
        {
            Tenant = "acme",
            FirstName = names.Item1,
            LastName = names.Item2,
            UserName = texts[0],
            EmployeeNumber = texts[1],
            Email = texts[2],
            Site = texts[3],
            IsAgent = flags.Item1,
            IsActive = flags.Item2,
            HiredOn = day == 0 ? null : new LocalDate(1950, 1, 1).PlusDays(day),
            Skills = [.. skills],
            Logins = [.. logins],
            Attributes = texts[4] is { } size ? new JsonObject { ["shoe size"] = size } : null,
        };

    [Fact]
    public void What_is_written_as_csv_is_what_is_read() =>
        Prop.ForAll(Arb.From(Person.ListOf()), Arb.From(Gen.Elements(",", ";")), Arb.From(Gen.Elements("\n", "\r\n")),
            (people, separator, newLine) => Read("people.csv", Csv(people, separator, newLine)).SequenceEqual(
                people.Select(SourceJson.Write))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_as_yaml_is_what_is_read() =>
        Prop.ForAll(Arb.From(Person.ListOf()), people => Read("people.yaml", Yaml([.. people])).SequenceEqual(
            people.Select(SourceJson.Write))).QuickCheckThrowOnFailure();

    private static List<string> Read(string name, string text)
    {
        using var folder = new FolderOfFiles();
        folder.Write(name, text);
        return [.. folder.ReadObjectsAsync().GetAwaiter().GetResult().Select(said => SourceJson.Write(said.Content!))];
    }

    private static string Csv(IEnumerable<SourcePerson> people, string separator, string newLine) =>
        string.Concat(people.Select(Cells).Prepend(Columns)
            .Select(cells => string.Join(separator, cells.Select(Quoted)) + newLine));

    private static string[] Cells(SourcePerson person, int number) =>
    [
        $"e{number}", person.Tenant, person.UserName ?? "", person.EmployeeNumber ?? "", person.FirstName,
        person.LastName, person.Email ?? "", person.IsAgent ? "true" : "false", person.IsActive ? "true" : "false",
        person.Site ?? "", person.HiredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        string.Join(';', person.Skills.Select(skill => $"{skill.Skill}:{skill.Level}")),
        string.Join(';', person.Logins.Select(login => $"{login.Switch}:{login.Code}")),
        person.Attributes?["shoe size"]?.GetValue<string>() ?? "",
    ];

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // JSON is YAML: its written form, with the id in it, is a row.
    private static string Yaml(List<SourcePerson> people) => people.Count == 0
        ? "[]"
        : string.Concat(people.Select((person, number) =>
        {
            var row = JsonSerializer.SerializeToNode(person, SourceJson.Options)!.AsObject();
            row["external_id"] = $"e{number}";
            return $"- {row.ToJsonString(Plain)}\n";
        }));
}
