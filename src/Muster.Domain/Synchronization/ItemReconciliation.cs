using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Domain.Time;

namespace Muster.Domain.Synchronization;

/// <summary>Decides what a word of the source makes of an item of the organization. Pure.</summary>
public static class ItemReconciliation
{
    /// <param name="before">As Muster has it; null when it does not.</param>
    /// <param name="isNeeded">Whether an agent of ours refers to it.</param>
    public static ItemDecision Decide(
        KnownReferences references, SynchronizationLevel level, OrganizationItem? before, ItemWord word, bool isNeeded)
    {
        if (word.Said.Content is not { } content)
        {
            return new ItemDecision(
                before is { IsRemoved: false } ? Next(before) with { RemovedAt = word.At } : before, []);
        }

        if (before is null && !IsWanted(level, word.Said.Kind, isNeeded))
        {
            return new ItemDecision(null, []);
        }

        var issues = new List<IssueDraft>();
        var made = Make(references, level, before, content, issues);
        if (made is null)
        {
            return new ItemDecision(before, issues);
        }

        var after = before is null ? made.WithKey(Guid.CreateVersion7(word.At)) : made with { RemovedAt = null };
        if (before is not null && after == before)
        {
            return new ItemDecision(before, issues);
        }

        after = before is null ? after : Next(after);
        return OrganizationRules.Check(references.Organization, before, after) is { } refused
            ? new ItemDecision(before, [.. issues, .. Issues(refused)])
            : new ItemDecision(after, issues);
    }

    private static bool IsWanted(SynchronizationLevel level, ObjectKind kind, bool isNeeded) => level switch
    {
        SynchronizationLevel.Everything => true,
        SynchronizationLevel.Assigned =>
            kind is ObjectKind.Tenant or ObjectKind.Site
            || (isNeeded && kind is ObjectKind.Skill or ObjectKind.Switch),
        _ => false,
    };

    // The assignment of a site is ours, all else is the source's.
    private static OrganizationItem? Make(
        KnownReferences references, SynchronizationLevel level, OrganizationItem? before, SourceContent content,
        List<IssueDraft> issues)
    {
        if (content is SourceTenant tenant)
        {
            return (before as Tenant ?? new Tenant { Name = "" }) with { Name = tenant.Name };
        }

        if (Owner(references, content, issues) is not { } owner)
        {
            return null;
        }

        return content switch
        {
            SourceTimeZone said => Zone(before as NamedZone, said, owner, issues),
            SourceSwitch said =>
                (before as Switch ?? new Switch { Name = "", TenantId = owner }) with { Name = said.Name },
            SourceSkill said =>
                (before as Skill ?? new Skill { Name = "", TenantId = owner }) with { Name = said.Name },
            SourceSite said => Site(references, before as Site, level == SynchronizationLevel.Everything
                ? said : said with { TimeZone = null }, owner, issues),
            _ => null,
        };
    }

    private static TenantId? Owner(KnownReferences references, SourceContent content, List<IssueDraft> issues)
    {
        var name = SourceReferences.TenantOf(content) ?? "";
        if (references.Find(ObjectKind.Tenant, name) is { } id)
        {
            return new TenantId(id);
        }

        issues.Add(PersonReferences.Unknown(ObjectKind.Tenant, "tenant", name));
        return null;
    }

    private static NamedZone? Zone(NamedZone? before, SourceTimeZone said, TenantId owner, List<IssueDraft> issues)
    {
        var found = TimeZones.Find(said.Zone);
        if (found.Refused is { } refused)
        {
            issues.AddRange(Issues(refused));
            return null;
        }

        return (before ?? new NamedZone { Name = "", TenantId = owner, Zone = found.Value }) with
        {
            Name = said.Name,
            Zone = found.Value,
        };
    }

    private static Site Site(
        KnownReferences references, Site? before, SourceSite said, TenantId owner, List<IssueDraft> issues)
    {
        Guid? Find(ObjectKind kind, string field, string? externalId)
        {
            var id = externalId is null ? null : references.Find(kind, externalId);
            if (externalId is not null && id is null)
            {
                issues.Add(PersonReferences.Unknown(kind, field, externalId));
            }

            return id;
        }

        return (before ?? new Site { Name = "", TenantId = owner }) with
        {
            Name = said.Name,
            ParentId = Find(ObjectKind.Site, "parent", said.Parent) is { } parent ? new SiteId(parent) : null,
            TimeZoneId = Find(ObjectKind.TimeZone, "time_zone", said.TimeZone) is { } zone
                ? new NamedZoneId(zone)
                : null,
        };
    }

    private static OrganizationItem Next(OrganizationItem item) => item with { Version = item.Version + 1 };

    private static IEnumerable<IssueDraft> Issues(Refusal refusal) => refusal is Refusal.Invalid invalid
        ? invalid.Errors.Select(error => new IssueDraft(IssueKind.Rejected, error.Field, error.Message))
        : [new IssueDraft(IssueKind.Rejected, "", refusal.ToString())];
}
