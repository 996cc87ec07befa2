using Muster.Domain.Identity;

namespace Muster.Server.Api.Access;

/// <summary>Who may call an endpoint. One without a rule may be called by nobody.</summary>
public abstract record AccessRule
{
    private AccessRule()
    {
    }

    /// <summary>Also callers who are not signed in.</summary>
    /// <param name="Why">Why that is right, for the reader and the test that lists these.</param>
    public sealed record Anyone(string Why) : AccessRule;

    /// <summary>Everybody who is signed in, about nothing but themselves.</summary>
    /// <param name="BeforeFirstPassword">Also while the first password has not been changed.</param>
    public sealed record SignedIn(bool BeforeFirstPassword = false) : AccessRule;

    /// <summary>Holders of a permission for the whole installation.</summary>
    /// <param name="Somewhere">
    /// Also holders in a single unit: what they ask for decides, and the endpoint checks that.
    /// </param>
    public sealed record Holders(Permission Permission, bool Somewhere = false) : AccessRule;
}
