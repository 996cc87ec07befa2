using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>Decides what a word of the source makes of an agent. Pure: the same situation, the same decision.</summary>
public static class PersonReconciliation
{
    public static PersonDecision Decide(PersonSituation situation)
    {
        if (situation.Rules.Level == SynchronizationLevel.Off)
        {
            return new PersonDecision(situation.Agent, [], []);
        }

        if (situation.Said.Content is not SourcePerson person)
        {
            return Gone(situation);
        }

        if (situation.References.Find(ObjectKind.Tenant, person.Tenant) is not { } tenant)
        {
            return new PersonDecision(situation.Agent, [], [Unknown(ObjectKind.Tenant, "tenant", person.Tenant)]);
        }

        var site = SiteOf(situation, person);
        if (!IsOurs(situation))
        {
            return OutOfLevel(situation);
        }

        var issues = new List<IssueDraft>();
        var before = situation.Agent ?? Newcomer(situation, person, new TenantId(tenant));
        var after = Follow(situation, person, before with { RemovedAt = null }, issues);
        after = Place(situation, person, site, after, issues);
        return new PersonDecision(after, Events(situation, after), issues);
    }

    /// <summary>Whether the source says that this is an agent of ours.</summary>
    public static bool IsOurs(PersonSituation situation) =>
        situation.Said.Content is SourcePerson { IsAgent: true } person
        && situation.Rules.Level != SynchronizationLevel.Off
        && !IsOutOfLevel(situation.Rules.Level, SiteOf(situation, person));

    private static PersonDecision Gone(PersonSituation situation)
    {
        if (situation.Agent is not { } agent || !Takes(situation, AgentField.Employment))
        {
            return new PersonDecision(situation.Agent, [], []);
        }

        var after = agent with { Employment = agent.Employment.Terminate(situation.Today) };
        return new PersonDecision(after, Events(situation, after), []);
    }

    private static PersonDecision OutOfLevel(PersonSituation situation)
    {
        if (situation.Agent is not { RemovedAt: null } agent)
        {
            return new PersonDecision(situation.Agent, [], []);
        }

        return new PersonDecision(agent with { RemovedAt = situation.Now }, [AgentEventKind.Removed], []);
    }

    // An agent whose site was set by hand stays there.
    private static Site? SiteOf(PersonSituation situation, SourcePerson person) =>
        situation.Agent is { } agent && !Takes(situation, AgentField.Site)
            ? agent.Site is { } kept ? situation.References.Organization.Sites.Find(kept) : null
            : person.Site is { } said ? situation.References.FindSite(said) : null;

    private static bool IsOutOfLevel(SynchronizationLevel level, Site? site) =>
        site?.Assignment == SiteAssignment.Elsewhere
        || (level == SynchronizationLevel.Assigned && site?.Assignment != SiteAssignment.Here);

    private static Agent Newcomer(PersonSituation situation, SourcePerson person, TenantId tenant) => new()
    {
        Id = AgentId.New(situation.Now),
        Tenant = tenant,
        FirstName = person.FirstName,
        LastName = person.LastName,
        Version = 0,
    };

    private static Agent Follow(
        PersonSituation situation, SourcePerson person, Agent agent, List<IssueDraft> issues)
    {
        bool Takes(AgentField field) => PersonReconciliation.Takes(situation, field);
        var references = new PersonReferences(situation.References, situation.Rules.Level, issues);
        if (Takes(AgentField.Name))
        {
            agent = agent with { FirstName = person.FirstName, LastName = person.LastName };
        }

        if (Takes(AgentField.Employment))
        {
            var employment = agent.Employment.Follow(person, situation.Today);
            if (agent.EmployeeNumber is { } old && person.EmployeeNumber is { } number && old != number)
            {
                issues.Add(new IssueDraft(IssueKind.Review, "employee_number",
                    $"Was {old}, is {number}: taken for another contract of {agent.FullName}.\n"
                    + "Maybe it is another person: then make the agent's earlier history somebody else's."));
            }

            agent = agent with { Employment = employment };
        }

        return agent with
        {
            EmployeeNumber = Takes(AgentField.EmployeeNumber) ? person.EmployeeNumber : agent.EmployeeNumber,
            UserName = Takes(AgentField.UserName) ? person.UserName : agent.UserName,
            Email = Takes(AgentField.Email) ? person.Email : agent.Email,
            TimeZone = Takes(AgentField.TimeZone) ? references.Zone(person) : agent.TimeZone,
            Skills = Takes(AgentField.Skills) ? references.Skills(person, agent.Skills) : agent.Skills,
            Logins = Takes(AgentField.Logins) ? references.Logins(person, agent.Logins) : agent.Logins,
            Attributes = Takes(AgentField.Attributes) ? person.Attributes : agent.Attributes,
        };
    }

    private static Agent Place(
        PersonSituation situation, SourcePerson person, Site? site, Agent agent, List<IssueDraft> issues)
    {
        if (!Takes(situation, AgentField.Site))
        {
            return agent;
        }

        if (person.Site is { } said && site is null)
        {
            issues.Add(Unknown(ObjectKind.Site, "site", said));
            return agent;
        }

        // Nobody's site leaves an agent in the unit that somebody has chosen by hand.
        var unit = site?.ManagementUnitId ?? (agent.Site == site?.Id ? agent.ManagementUnit : null);
        var placed = agent with { Site = site?.Id, ManagementUnit = unit };
        return unit == agent.ManagementUnit || agent.ManagementUnit is null
            ? placed
            : UnitMove.Carry(situation, agent, placed, site, issues);
    }

    private static List<AgentEventKind> Events(PersonSituation situation, Agent after)
    {
        if (situation.Agent is not { } before)
        {
            return [AgentEventKind.Created];
        }

        var events = new List<AgentEventKind>();
        void Note(bool happened, AgentEventKind kind)
        {
            if (happened)
            {
                events.Add(kind);
            }
        }

        var was = before.Employment.IsActiveOn(situation.Today);
        var isNow = after.Employment.IsActiveOn(situation.Today);
        var isRehired = after.Employment.Periods.Count > before.Employment.Periods.Count
            && before.EmployeeNumber != after.EmployeeNumber;
        Note(before.RemovedAt is not null && after.RemovedAt is null, AgentEventKind.Restored);
        Note(isRehired, AgentEventKind.Rehired);
        Note(was && !isNow, AgentEventKind.Terminated);
        Note(!was && isNow && !isRehired, AgentEventKind.Reinstated);
        Note(before.Site != after.Site || before.ManagementUnit != after.ManagementUnit, AgentEventKind.Moved);
        Note(events.Count == 0 && AgentDifference.Between(before, after).Count > 0, AgentEventKind.Changed);
        return events;
    }

    // Of a newcomer the source says everything, also what WFM owns afterwards.
    private static bool Takes(PersonSituation situation, AgentField field) =>
        situation.Agent is not { } agent
        || (!situation.Rules.OwnedByWfm.Contains(field) && !agent.IsOverridden(field));

    private static IssueDraft Unknown(ObjectKind kind, string field, string externalId) =>
        PersonReferences.Unknown(kind, field, externalId);
}
