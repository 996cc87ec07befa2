using System.CommandLine;
using Muster.Server.Roles;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster roles</c>: lists what a process can be.</summary>
public static class RolesCommand
{
    public static Command Create()
    {
        var command = new Command("roles", "List the roles a node can play");
        command.SetAction(_ =>
        {
            var table = Terminal.Table("role", "what it does", "needs", "acts", "state");
            foreach (var role in RoleTable.All)
            {
                table.AddRow(
                    role.Name,
                    role.Sentence,
                    string.Join(", ", role.Needs),
                    role.Placement == RolePlacement.ByLease ? "by lease" : "everywhere",
                    role.Parts is not null ? "a list" : role.AddServices is null ? "no work yet" : "can run");
            }

            Terminal.Out.Write(table);
        });
        return command;
    }
}
