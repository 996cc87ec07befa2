using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>Finds what a person refers to; what is not there becomes an issue, and the rest goes in.</summary>
internal sealed class PersonReferences(
    KnownReferences references, SynchronizationLevel level, List<IssueDraft> issues)
{
    public static IssueDraft Unknown(ObjectKind kind, string field, string externalId) => new(
        IssueKind.Rejected, field,
        $"There is no {SourceJson.Name(kind)} \"{externalId}\" in this source.\n"
        + "Maybe it comes later: then this is settled by itself.",
        (kind, externalId));

    public NamedZoneId? Zone(SourcePerson person)
    {
        if (person.TimeZone is not { } said || level < SynchronizationLevel.Everything)
        {
            return null;
        }

        return Find(ObjectKind.TimeZone, "time_zone", said) is { } id ? new NamedZoneId(id) : null;
    }

    /// <summary>In a fixed order, so that the same skills are the same list; unchanged, the list that was.</summary>
    public IReadOnlyList<AgentSkill> Skills(SourcePerson person, IReadOnlyList<AgentSkill> before)
    {
        var levels = new Dictionary<SkillId, int>();
        for (var place = 0; place < person.Skills.Count; place++)
        {
            var said = person.Skills[place];
            if (said.Level is < SourceSkillLevel.Lowest or > SourceSkillLevel.Highest)
            {
                issues.Add(new IssueDraft(IssueKind.Rejected, $"skills[{place}].level",
                    $"must be {SourceSkillLevel.Lowest} to {SourceSkillLevel.Highest}, not {said.Level}."));
            }
            else if (Find(ObjectKind.Skill, $"skills[{place}].skill", said.Skill) is { } id
                && !levels.TryAdd(new SkillId(id), said.Level))
            {
                issues.Add(new IssueDraft(IssueKind.Rejected, $"skills[{place}].skill",
                    $"stands here a second time: {said.Skill}. The first one counts."));
            }
        }

        var skills = levels.OrderBy(pair => pair.Key.Value)
            .Select(pair => new AgentSkill(pair.Key, pair.Value)).ToList();
        return skills.SequenceEqual(before) ? before : skills;
    }

    public IReadOnlyList<AgentLogin> Logins(SourcePerson person, IReadOnlyList<AgentLogin> before)
    {
        var logins = person.Logins
            .Select((said, place) => (said.Code, Id: Find(ObjectKind.Switch, $"logins[{place}].switch", said.Switch)))
            .Where(login => login.Id is not null)
            .Select(login => new AgentLogin(new SwitchId(login.Id!.Value), login.Code))
            .Distinct()
            .OrderBy(login => login.Switch.Value).ThenBy(login => login.Code, StringComparer.Ordinal)
            .ToList();
        return logins.SequenceEqual(before) ? before : logins;
    }

    private Guid? Find(ObjectKind kind, string field, string externalId)
    {
        var found = references.Find(kind, externalId);
        if (found is null)
        {
            issues.Add(Unknown(kind, field, externalId));
        }

        return found;
    }
}
