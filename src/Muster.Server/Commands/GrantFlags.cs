using System.CommandLine;
using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Commands;

/// <summary>
/// The flag that grants access roles: <c>--grant Planner</c>, or <c>--grant Planner@business_unit:ID</c>.
/// </summary>
public sealed class GrantFlags
{
    private readonly Option<string[]> _grant = new("--grant")
    {
        Description = "Access role, everywhere or in a unit: Planner, Planner@business_unit:ID; may be repeated",
        HelpName = "ROLE[@SCOPE:ID]",
    };

    public GrantFlags(Command command)
    {
        _grant.CompletionSources.Add(_ => Enum.GetNames<BuiltInRole>());
        command.Add(_grant);
    }

    public async Task<IReadOnlyList<GrantRequest>> ReadAsync(
        ParseResult parsed, AccessRoleStore roles, CancellationToken token)
    {
        var known = await roles.ListAsync(token);
        return [.. (parsed.GetValue(_grant) ?? []).Select(text => Read(text, known))];
    }

    private static GrantRequest Read(string text, IReadOnlyList<AccessRole> known)
    {
        var parts = text.Split('@', 2);
        var role = known.FirstOrDefault(role => role.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new StartRefusedException(
                $"There is no access role \"{parts[0]}\".",
                $"Maybe use one of {string.Join(", ", known.Select(role => role.Name))}.");
        if (parts.Length == 1)
        {
            return new GrantRequest(role.Id.Value, GrantScopeKind.All, null);
        }

        var scope = parts[1].Split(':', 2);
        GrantScopeKind? kind = scope[0] switch
        {
            "business_unit" => GrantScopeKind.BusinessUnit,
            "management_unit" => GrantScopeKind.ManagementUnit,
            _ => null,
        };
        return kind is { } found && scope.Length == 2 && Guid.TryParse(scope[1], out var unit)
            ? new GrantRequest(role.Id.Value, found, unit)
            : throw new StartRefusedException(
                $"The scope \"{parts[1]}\" cannot be read.", "Maybe write business_unit:ID or management_unit:ID.");
    }
}
