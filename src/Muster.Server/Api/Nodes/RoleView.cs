using Muster.Server.Roles;

namespace Muster.Server.Api.Nodes;

/// <summary>A role, and whether this node plays it.</summary>
/// <param name="Placement">"everywhere" or "by lease".</param>
/// <param name="State">"running", "not on this node" or "no work in this version".</param>
public sealed record RoleView(
    string Name, string Sentence, IReadOnlyList<string> Needs, string Placement, string State, string Detail)
{
    public static RoleView Of(Role role, IReadOnlyList<Role> running)
    {
        var (state, detail) = StateOf(role, running);
        return new RoleView(
            role.Name, role.Sentence, role.Needs, role.Placement == RolePlacement.ByLease ? "by lease" : "everywhere",
            state, detail);
    }

    private static (string State, string Detail) StateOf(Role role, IReadOnlyList<Role> running) =>
        running.Contains(role) ? ("running", "Acts in this process.")
        : role.Parts is { } parts ? ("a list of roles", $"Stands for {string.Join(", ", parts.Where(HasWork))}.")
        : role.AddServices is null ? ("no work in this version", "Its work comes with a later version of Muster.")
        : ("not on this node", "This process was started without it.");

    private static bool HasWork(string name) => RoleTable.Find(name)?.AddServices is not null;
}
