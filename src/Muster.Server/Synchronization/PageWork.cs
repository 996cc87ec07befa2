using System.Collections.Immutable;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Synchronization;

/// <summary>
/// The decisions of one page, object by object, on what was locked for it. It reads and writes nothing; what is to be
/// written stands in it at the end. For one page, used once.
/// </summary>
internal sealed class PageWork(SourceTenure tenure, SourcePage page, PageState state, DateTimeOffset now)
{
    private readonly Dictionary<(ObjectKind Kind, string ExternalId), MirroredObject> _heard = [];
    private readonly Dictionary<Guid, (OrganizationItem Item, bool IsNew)> _items = [];
    private readonly Dictionary<Guid, Agent> _agents = [];
    private readonly HashSet<(ObjectKind Kind, string ExternalId)> _appeared = [];
    private readonly HashSet<(ObjectKind Kind, string ExternalId)> _decided = [];

    public ImmutableDictionary<(ObjectKind Kind, string ExternalId), Guid> Entities { get; private set; } =
        tenure.Entities;

    public OrganizationSnapshot Organization { get; private set; } = state.Organization;

    /// <summary>What was heard, to be kept.</summary>
    public IReadOnlyCollection<MirroredObject> Heard => _heard.Values;

    public IEnumerable<OrganizationItem> NewItems => _items.Values.Where(kept => kept.IsNew).Select(kept => kept.Item);

    public IEnumerable<OrganizationItem> ChangedItems =>
        _items.Values.Where(kept => !kept.IsNew).Select(kept => kept.Item);

    public IReadOnlyCollection<Agent> Agents => _agents.Values;

    public List<AgentEvent> Events { get; } = [];

    /// <summary>
    /// Every object that was decided on: what was said against it before, and is not now, is settled.
    /// </summary>
    public IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> Decided => _decided;

    public List<SyncIssue> Issues { get; } = [];

    public List<RunFinding> Deferred { get; } = [];

    public List<(ObjectKind Kind, string ExternalId)> Unclear { get; } = [];

    /// <summary>What is in Muster now and was not before: others may have waited for it.</summary>
    public IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> Appeared => _appeared;

    public DateTimeOffset? LastSaidAt { get; private set; }

    public int Changed { get; private set; }

    public int Ended { get; private set; }

    private KnownReferences References => new(Entities, Organization);

    /// <summary>Takes in a word of the source.</summary>
    public void Hear(SourceObject said)
    {
        var key = (said.Kind, said.ExternalId);
        var kept = state.Mirror[key];
        switch (kept.Judge(said, page.IsCurrent))
        {
            case MirrorVerdict.Unclear:
                Unclear.Add(key);
                break;
            case MirrorVerdict.Newer:
                LastSaidAt = said.At > LastSaidAt || LastSaidAt is null ? said.At : LastSaidAt;
                Decide(kept, said);
                break;

            // Said again by a full run: what it was refused for, or what it depends on, may have changed.
            case MirrorVerdict.Same when page.IsCurrent:
                Decide(kept, kept.Last!);
                break;
            default:
                break;
        }
    }

    /// <summary>Decides again on what was said last: something it depends on has changed.</summary>
    public void LookAgain((ObjectKind Kind, string ExternalId) key)
    {
        if (state.Mirror[key] is { Last: { } last } kept)
        {
            Decide(kept, last);
        }
    }

    private void Decide(MirroredObject kept, SourceObject said)
    {
        if (said.Kind == ObjectKind.Person)
        {
            DecidePerson(kept, said);
        }
        else
        {
            DecideItem(kept, said, isNeeded: false);
        }
    }

    private void DecideItem(MirroredObject kept, SourceObject said, bool isNeeded)
    {
        var key = (said.Kind, said.ExternalId);
        var before = kept.Entity is { } id ? Organization.Find(id) : null;
        var decision = ItemReconciliation.Decide(
            References, tenure.Source.Level, before, new ItemWord(said, now), isNeeded);
        Note(key, null, decision.Issues);
        if (decision.After is { } after && after != before)
        {
            Changed++;
            // Several words of one page make one version: it is written once.
            var isNew = before is null;
            if (_items.TryGetValue(after.Key(), out var changed))
            {
                (after, isNew) = (after with { Version = changed.Item.Version }, changed.IsNew);
            }

            _items[after.Key()] = (after, isNew);
            Organization = Organization.With(after);
            Entities = Entities.SetItem(key, after.Key());
            if (before is null)
            {
                _appeared.Add(key);
            }
        }

        Keep(kept, said, decision.After?.Key() ?? kept.Entity);
    }

    private void DecidePerson(MirroredObject kept, SourceObject said)
    {
        var agent = kept.Entity is { } id ? state.Agents.GetValueOrDefault(id) : null;
        if (agent is not null && said.At < state.Elsewhere.GetValueOrDefault(agent.Id.Value))
        {
            // Another source, which knows the same agent, has spoken later.
            Keep(kept, said, agent.Id.Value);
            return;
        }

        var situation = new PersonSituation(
            agent, said, tenure.Source.Rules, References, Today(agent, said), now);
        if (PersonReconciliation.IsOurs(situation))
        {
            BringNeeded(said);
        }

        var decision = PersonReconciliation.Decide(situation with { References = References });
        if (page.DefersEnds && decision.Ends)
        {
            Deferred.Add(Finding(said, "ended"));
            return;
        }

        var changed = decision.Events.Count == 0 ? agent : Happen(agent, decision, said);
        Note((said.Kind, said.ExternalId), changed?.Id, [.. decision.Issues, .. Twins(agent, decision.After, said)]);
        Keep(kept, said, changed?.Id.Value);
    }

    private Agent Happen(Agent? before, PersonDecision decision, SourceObject said)
    {
        var after = decision.After! with { Version = (before?.Version ?? 0) + 1 };
        var differences = AgentDifference.Between(before, after);
        Events.AddRange(decision.Events.Select((kind, place) => new AgentEvent(
            after.Id, after.Version, kind, now, said.At, tenure.Source.Name, place == 0 ? differences : [])));
        _agents[after.Id.Value] = after;
        state.Agents[after.Id.Value] = after;
        Changed++;
        Ended += decision.Ends ? 1 : 0;
        return after;
    }

    // Below level 2 a skill or switch comes with the first agent that refers to it.
    private void BringNeeded(SourceObject said)
    {
        if (tenure.Source.Level != SynchronizationLevel.Assigned || said.Content is not SourcePerson person)
        {
            return;
        }

        var references = PageWriter.NeededBy(person);
        foreach (var key in references.Where(key => !Entities.ContainsKey(key)))
        {
            if (state.Mirror.GetValueOrDefault(key) is { Last: { IsGone: false } last } kept)
            {
                DecideItem(kept, last, isNeeded: true);
            }
        }
    }

    private IEnumerable<IssueDraft> Twins(Agent? before, Agent? after, SourceObject said) =>
        before is null && after is not null && said.Content is SourcePerson { EmployeeNumber: { } number }
            ? state.Twins[number].Where(twin => Organization.AreOne(twin.Tenant, after.Tenant))
                .Select(twin => new IssueDraft(
                    IssueKind.Conflict,
                    "employee_number",
                    $"{number} is also the employee number of {twin.ExternalId} in {twin.Source}; {after.FullName} was "
                        + "added as somebody else.\nMaybe they are one person: then join them.",
                    Other: twin.Agent))
            : [];

    private LocalDate Today(Agent? agent, SourceObject said)
    {
        var unit = agent?.ManagementUnit
            ?? (said.Content is SourcePerson { Site: { } site } ? References.FindSite(site)?.ManagementUnitId : null);
        return Organization.DayAt(now, unit);
    }

    private void Keep(MirroredObject kept, SourceObject said, Guid? entity)
    {
        var key = (said.Kind, said.ExternalId);
        var heard = kept with { Entity = entity ?? kept.Entity, Last = said };
        state.Mirror[key] = heard;
        if (heard != kept)
        {
            _heard[key] = heard;
        }
    }

    private void Note((ObjectKind Kind, string ExternalId) key, AgentId? agent, IEnumerable<IssueDraft> drafts)
    {
        _decided.Add(key);
        Issues.RemoveAll(issue => issue.ObjectKind == key.Kind && issue.ExternalId == key.ExternalId
            && issue.Kind == IssueKind.Rejected);
        Issues.AddRange(drafts.Select(draft => new SyncIssue(
            Guid.CreateVersion7(now), tenure.Source.Id, draft.Kind, key.Kind, key.ExternalId, agent, "", draft.Field,
            draft.Reason, draft.Missing, now, Other: draft.Other)));
    }

    private static RunFinding Finding(SourceObject said, string what) => new(
        said.Kind, said.ExternalId, what, said.Label, [], said.Version,
        said.Content is { } content ? SourceJson.Write(content) : null);
}
