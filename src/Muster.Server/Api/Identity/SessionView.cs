using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;

namespace Muster.Server.Api.Identity;

/// <summary>Who is signed in, and what they may do.</summary>
/// <param name="Permissions">What is held for the whole installation.</param>
/// <param name="Units">What is held in some units beyond that; empty when nothing is limited to units.</param>
/// <param name="AgentId">Which agent the person is; null: none.</param>
/// <param name="WhyNoAgent">Why the person is no agent, and so has no schedule; null for an agent.</param>
public sealed record SessionView(
    SessionUser User,
    bool MustChangePassword,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<SessionUnitsView> Units,
    IReadOnlyList<GrantView> Grants,
    DateTimeOffset ExpiresAt,
    Guid? AgentId,
    string? WhyNoAgent)
{
    public static SessionView Of(
        User user, Rights rights, IReadOnlyList<SessionUnitsView> units, Outcome<Agent> agent,
        DateTimeOffset expiresAt) => new(
        new SessionUser(user.Id.Value, user.UserName, user.DisplayName, user.Email),
        user.MustChangePassword,
        [.. rights.At(Place.Installation).Select(permission => permission.Name)],
        units,
        GrantView.Of(user.Grants),
        expiresAt,
        agent.Refused is null ? agent.Value.Id.Value : null,
        agent.Refused is { } refusal ? Problems.Sentence(refusal) : null);
}
