using Muster.Domain.Organization;
using Muster.Domain.Sources;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// Watches who plans the sites of a source, for one tenure: when that changes, the people of the site come in, go, or
/// move, without a word of the source. What has been seen to is kept, so that no change is missed between two tenures.
/// </summary>
public sealed class SourceSites(
    Database database, SourceTenure tenure, PageWriter writer, SyncStores stores,
    Func<OrganizationSnapshot?> organization)
{
    private const string Nobody = "unassigned";

    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken token)
    {
        var seen = await stores.Sources.ReadSitesAsync(tenure.Source.Id, token);
        while (true)
        {
            var now = Planners();
            var changed = now.Where(site => seen.GetValueOrDefault(site.Key, Nobody) != site.Value).ToList();
            foreach (var (externalId, _) in changed)
            {
                await LookAgainAsync(externalId, token);
            }

            if (changed.Count > 0)
            {
                await using var transaction = await tenure.BeginAsync(database, token);
                await stores.Sources.KeepSitesAsync(transaction, tenure.Source.Id, now, token);
                await transaction.CommitAsync(token);
                seen = now;
            }

            await tenure.SitesChanged.WaitAsync(Refresh, token);
        }
    }

    // By external id: "here" with the unit, "elsewhere" or "unassigned".
    private Dictionary<string, string> Planners() =>
        (from entity in tenure.Entities
         where entity.Key.Kind == ObjectKind.Site
         let site = organization()?.Sites.Find(new SiteId(entity.Value))
         where site is not null
         select (entity.Key.ExternalId, Planner: site.Assignment switch
         {
             SiteAssignment.Here => $"here {site.ManagementUnitId}",
             SiteAssignment.Elsewhere => "elsewhere",
             _ => Nobody,
         })).ToDictionary(row => row.ExternalId, row => row.Planner);

    private async Task LookAgainAsync(string site, CancellationToken token)
    {
        for (var after = ""; ;)
        {
            var people = await stores.Mirror.ReadPeopleAsync(
                tenure.Source.Id.Value, site, after, SourcePage.Size, token);
            await writer.LookAgainAsync(tenure, [.. people.Select(row => (row.Kind, row.ExternalId))], token);
            if (people.Count < SourcePage.Size)
            {
                return;
            }

            after = people[^1].ExternalId;
        }
    }
}
