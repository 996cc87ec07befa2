using Muster.Domain.Sources;

namespace Muster.Server.Api.Directories;

/// <summary>What each kind is called in addresses.</summary>
public static class DirectoryPaths
{
    public static string Of(ObjectKind kind) => kind switch
    {
        ObjectKind.Tenant => "tenants",
        ObjectKind.TimeZone => "time-zones",
        ObjectKind.Switch => "switches",
        ObjectKind.Skill => "skills",
        ObjectKind.Site => "sites",
        ObjectKind.Person => "people",
        _ => throw new NotSupportedException($"No address of {kind}."),
    };

    /// <summary>The address of an object.</summary>
    public static string Of(ObjectKind kind, string externalId) =>
        $"{ApiRoot.Path}/directory/{Of(kind)}/{Uri.EscapeDataString(externalId)}";
}
