using Muster.Domain.Identity;
using Muster.Domain.Outcomes;

namespace Muster.Server.Identity;

/// <summary>
/// Who gives rights: nobody can give, or take over, more than they hold themselves. The command line holds everything,
/// because whoever can run it can read the database.
/// </summary>
public sealed class Granter
{
    private readonly Caller? _caller;

    private Granter(Caller? caller) => _caller = caller;

    public static Granter CommandLine { get; } = new(null);

    public static Granter Of(Caller caller) => new(caller);

    /// <returns>Null when every permission is the granter's own, else the refusal.</returns>
    public Refusal? CheckGiving(IEnumerable<Permission> permissions, GrantScope scope)
    {
        if (_caller is null)
        {
            return null;
        }

        var missing = permissions.Where(permission => !_caller.Rights.Allow(permission, PlaceOf(scope))).ToList();
        return missing.Count == 0
            ? null
            : new Refusal.Forbidden(
                $"{_caller.Name} does not hold {string.Join(", ", missing)} and cannot give or take it over.\n"
                + "Maybe ask an administrator.");
    }

    // A unit's place without its business unit: only a grant on the whole installation or on that unit covers it.
    private static Place PlaceOf(GrantScope scope) => scope switch
    {
        { Kind: GrantScopeKind.BusinessUnit, Unit: { } unit } => Place.InBusinessUnit(unit),
        { Kind: GrantScopeKind.ManagementUnit, Unit: { } unit } => Place.InManagementUnit(Guid.Empty, unit),
        _ => Place.Installation,
    };
}
