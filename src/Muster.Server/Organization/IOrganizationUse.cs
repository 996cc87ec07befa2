using Muster.Domain.Organization;
using Muster.Storage;

namespace Muster.Server.Organization;

/// <summary>Another part that names items of the organization, and can keep one from being removed.</summary>
public interface IOrganizationUse
{
    /// <summary>Who uses the item: "12 agents". Null when nobody does.</summary>
    Task<string?> UsedByAsync(WriteTransaction transaction, OrganizationItem item, CancellationToken token);
}
