using Muster.Domain.Organization;

namespace Muster.Server.Synchronization;

/// <summary>Each source has tenants of its own; those that are called the same may be the same.</summary>
internal static class TenantsByName
{
    /// <summary>Whether people of the two may be one person.</summary>
    public static bool AreOne(this OrganizationSnapshot all, TenantId one, TenantId other) =>
        one == other || string.Equals(
            all.Tenants.Find(one)?.Name, all.Tenants.Find(other)?.Name, StringComparison.OrdinalIgnoreCase);
}
