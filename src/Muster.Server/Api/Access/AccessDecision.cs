using Muster.Domain.Identity;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Access;

/// <summary>Decides whether a caller may call an endpoint. Default deny.</summary>
public static class AccessDecision
{
    /// <returns>Null to go on, else why not.</returns>
    public static Refusal? Decide(AccessRule? rule, Caller? caller) => (rule, caller) switch
    {
        (AccessRule.Anyone, _) => null,
        (_, null) =>
            new Refusal.NotSignedIn("Nobody is signed in, or the session or token has ended.\nMaybe sign in again."),
        (null, _) => new Refusal.Forbidden("This endpoint is open to nobody."),
        (AccessRule.SignedIn { BeforeFirstPassword: true }, _) => null,
        (_, { MustChangePassword: true }) =>
            new Refusal.Forbidden(
                "The first password has to be changed before anything else.\nMaybe call POST /session/password."),
        (AccessRule.SignedIn, _) => null,
        (AccessRule.Holders { Permission: var permission }, _)
            when caller.Rights.Allow(permission, Place.Installation) => null,
        (AccessRule.Holders { Permission: var permission, Somewhere: true }, _)
            when caller.Rights.AllowSomewhere(permission) => null,
        (AccessRule.Holders { Permission: var permission }, _) =>
            new Refusal.Forbidden(
                $"{caller.Name} lacks the permission {permission.Name}.\nMaybe ask an administrator to grant it."),
        _ => new Refusal.Forbidden("This endpoint is open to nobody."),
    };
}
