using System.Text;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Server.Directories;

/// <summary>What can be said of an object without knowing any other: everything that is wrong with it.</summary>
public sealed class ContentChecks
{
    private const int LongestName = 200;
    private const int LongestAddress = 254;
    private const int MostSkills = 1000;
    private const int MostLogins = 100;
    private const int MostAttributeBytes = 16 * 1024;

    private readonly List<DirectoryFault> _faults = [];

    private ContentChecks()
    {
    }

    public static IReadOnlyList<DirectoryFault> Check(SourceContent content)
    {
        var checks = new ContentChecks();
        if (SourceReferences.TenantOf(content) is { } tenant)
        {
            checks.Id("tenant", tenant);
        }

        foreach (var (field, _, id) in SourceReferences.Of(content))
        {
            checks.Id(field, id);
        }

        checks.Own(content);
        return checks._faults;
    }

    private void Own(SourceContent content)
    {
        switch (content)
        {
            case SourceTenant tenant:
                Name("name", tenant.Name);
                break;
            case SourceTimeZone zone:
                Name("name", zone.Name);
                Zone(zone.Zone);
                break;
            case SourceSwitch ofTenant:
                Name("name", ofTenant.Name);
                break;
            case SourceSkill skill:
                Name("name", skill.Name);
                break;
            case SourceSite site:
                Name("name", site.Name);
                break;
            case SourcePerson person:
                Person(person);
                break;
        }
    }

    private void Person(SourcePerson person)
    {
        Name("first_name", person.FirstName);
        Name("last_name", person.LastName);
        Name("employee_number", person.EmployeeNumber);
        Text("user_name", person.UserName, LongestAddress);
        That(person.UserName?.Any(char.IsWhiteSpace) != true, "user_name", person.UserName,
            "must not contain spaces.");
        Email(person.Email);
        That(person.HiredOn is null || person.TerminatedOn is null || person.HiredOn <= person.TerminatedOn,
            "terminated_on", $"{person.TerminatedOn:uuuu'-'MM'-'dd}",
            $"is before hired_on, {person.HiredOn:uuuu'-'MM'-'dd}. Maybe the two were exchanged.");
        Skills(person.Skills);
        Logins(person.Logins);
        var size = person.Attributes is { } more ? Encoding.UTF8.GetByteCount(more.ToJsonString()) : 0;
        That(size <= MostAttributeBytes, "attributes", null,
            $"has {size} bytes, and {MostAttributeBytes} are kept. Maybe leave out what scheduling does not need.");
    }

    private void Skills(IReadOnlyList<SourceSkillLevel> skills)
    {
        That(skills.Count <= MostSkills, "skills", null, $"holds {skills.Count}, at most {MostSkills} are kept.");
        foreach (var (at, held) in skills.Index())
        {
            That(held.Level is >= SourceSkillLevel.Lowest and <= SourceSkillLevel.Highest,
                $"skills[{at}].level", $"{held.Level}",
                $"is out of range. Maybe use {SourceSkillLevel.Lowest} to {SourceSkillLevel.Highest}.");
        }

        Twice(skills.Select(held => held.Skill), at => $"skills[{at}].skill");
    }

    private void Logins(IReadOnlyList<SourceLogin> logins)
    {
        That(logins.Count <= MostLogins, "logins", null, $"holds {logins.Count}, at most {MostLogins} are kept.");
        foreach (var (at, login) in logins.Index())
        {
            Name($"logins[{at}].code", login.Code);
        }

        Twice(logins.Select(login => $"{login.Code} at {login.Switch}"), at => $"logins[{at}]");
    }

    private void Twice(IEnumerable<string> values, Func<int, string> field)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, value) in values.Index())
        {
            That(seen.TryAdd(value, at), field(at), value,
                $"stands in {field(seen[value])} too. Maybe leave one out.");
        }
    }

    private void Zone(string zone)
    {
        if (!Text("zone", zone, LongestName) || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
        {
            return;
        }

        var nearest = NearestName.Of(zone, DateTimeZoneProviders.Tzdb.Ids);
        That(false, "zone", zone, $"is no time zone of the IANA database. Maybe {nearest} is meant.");
    }

    private void Email(string? email)
    {
        if (email is not null && Text("email", email, LongestAddress))
        {
            var at = email.IndexOf('@', StringComparison.Ordinal);
            That(at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && !email.Any(char.IsWhiteSpace),
                "email", email, "must be an e-mail address like name@example.org.");
        }
    }

    private void Name(string field, string? name) => Text(field, name, LongestName);

    private void Id(string field, string id)
    {
        if (ExternalId.Fault(id) is { } fault)
        {
            That(false, field, id, fault);
        }
    }

    private bool Text(string field, string? text, int longest)
    {
        var fault = new FieldChecks().Text(field, text, 1, longest).Refusal as Refusal.Invalid;
        return That(fault is null, field, text, fault?.Errors[0].Message ?? "");
    }

    private bool That(bool holds, string field, string? value, string message)
    {
        if (!holds)
        {
            _faults.Add(DirectoryFault.Of(field, value, message));
        }

        return holds;
    }
}
