using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>A permission as the API shows it.</summary>
public sealed record PermissionView(string Name, string Verb, string Resource, string Sentence)
{
    public static PermissionView Of(Permission permission) =>
        new(permission.Name, permission.Verb, permission.Resource, permission.Sentence);
}
