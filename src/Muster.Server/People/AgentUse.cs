using System.Globalization;
using Muster.Domain.Organization;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.People;

namespace Muster.Server.People;

/// <summary>Agents keep what they belong to, and what they are able to do, from being removed.</summary>
public sealed class AgentUse(PeopleStore people) : IOrganizationUse
{
    public async Task<string?> UsedByAsync(
        WriteTransaction transaction, OrganizationItem item, CancellationToken token) =>
        await people.CountUsersAsync(transaction, item.Key(), token) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "agent" : "agents")}")
            : null;
}
