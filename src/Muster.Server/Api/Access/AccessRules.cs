using Muster.Domain.Identity;

namespace Muster.Server.Api.Access;

/// <summary>Puts access rules on endpoints.</summary>
public static class AccessRules
{
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule.Holders(permission));

    /// <summary>For endpoints that check by themselves at which place the caller holds the permission.</summary>
    public static TBuilder RequiresSomewhere<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule.Holders(permission, Somewhere: true));

    public static TBuilder ForSignedIn<TBuilder>(this TBuilder endpoint, bool beforeFirstPassword = false)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule.SignedIn(beforeFirstPassword));

    public static TBuilder ForAnyone<TBuilder>(this TBuilder endpoint, string why)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule.Anyone(why));
}
