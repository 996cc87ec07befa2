using Muster.Server.Organization;

namespace Muster.Server.Api.Identity;

/// <summary>What is held in some business and management units, beyond what is held everywhere.</summary>
/// <param name="Permissions">
/// The same in each of the units. What a management unit shares with its business unit may be seen in both.
/// </param>
public sealed record SessionUnitsView(IReadOnlyList<Guid> UnitIds, IReadOnlyList<string> Permissions)
{
    public static IReadOnlyList<SessionUnitsView> Of(UnitRights rights) =>
    [
        .. rights.Limited().Select(same => new SessionUnitsView(
            [.. same.Select(held => held.Unit).Order()],
            [.. same.First().Permissions.Select(permission => permission.Name)])),
    ];
}
