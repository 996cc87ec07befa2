using System.Collections.Frozen;
using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>How grants and permissions are written in rows.</summary>
internal static class GrantRows
{
    public static Grant Map(NpgsqlDataReader row, int first) => new(
        new AccessRoleId(row.GetGuid(first)),
        row.GetString(first + 1),
        Scope(row, first + 2));

    public static GrantScope Scope(NpgsqlDataReader row, int first) =>
        GrantScope.From(Kind(row.GetString(first)), row.Uuid(first + 1))
        ?? throw new InvalidDataException("A grant's scope does not go with its unit.");

    public static string Text(GrantScopeKind kind) => kind switch
    {
        GrantScopeKind.All => "all",
        GrantScopeKind.BusinessUnit => "business_unit",
        _ => "management_unit",
    };

    /// <summary>
    /// The permissions of a role: the program's for a built-in one, else those of the row that still exist.
    /// </summary>
    public static FrozenSet<Permission> Permissions(string? builtIn, string[] names) =>
        BuiltIn(builtIn) is { } role
            ? Domain.Identity.Permissions.Of(role)
            : names.Select(Domain.Identity.Permissions.Find).OfType<Permission>().ToFrozenSet();

    public static BuiltInRole? BuiltIn(string? text) =>
        text is null ? null : Enum.Parse<BuiltInRole>(text, ignoreCase: true);

    private static GrantScopeKind Kind(string text) => text switch
    {
        "all" => GrantScopeKind.All,
        "business_unit" => GrantScopeKind.BusinessUnit,
        _ => GrantScopeKind.ManagementUnit,
    };
}
