using Muster.Domain.Outcomes;

namespace Muster.Server.Roles;

/// <summary>Every role, in one table. Nothing outside it asks which role a process has.</summary>
public static class RoleTable
{
    public static IReadOnlyList<Role> All { get; } =
    [
        new("server", "Answers the API, serves the web client, keeps the business rules.",
            ["database"], RolePlacement.Everywhere, ServerRole.AddServices, ServerRole.MapEndpoints),
        new("directory", "Holds tenants, people, skills, switches and time zones, and tells of every change.",
            ["database"], RolePlacement.Everywhere, DirectoryRole.AddServices, DirectoryRole.MapEndpoints),
        new("aggregator", "Turns events into stored results of adherence; hot standbys judge along.",
            ["database"], RolePlacement.ByLease, AggregatorRole.AddServices),
        new("builder", "Builds schedules; of the pool, whoever is free takes the next part.",
            ["database"], RolePlacement.Everywhere, BuilderRole.AddServices),
        new("daemon", "Sends notifications and scheduled reports.",
            ["database"], RolePlacement.ByLease),
        new("etl", "Fills the reporting star schema.",
            ["database"], RolePlacement.ByLease),
        new("edge", "Keeps a read replica of published schedules near the ACD.",
            ["server"], RolePlacement.Everywhere),
        new("all", "Every role that has work, in one process.",
            [], RolePlacement.Everywhere,
            Parts: ["server", "directory", "aggregator", "builder", "daemon", "etl", "edge"]),
    ];

    public static Role? Find(string name) =>
        All.FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The roles a list like "server,aggregator" asks for, "all" taken apart, in the order of the table.
    /// </summary>
    /// <exception cref="StartRefusedException">A name is unknown, or its role has no work in this version.</exception>
    public static IReadOnlyList<Role> Resolve(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var asked = names.Select(name => Find(name) ?? throw Unknown(name)).ToList();
        if (asked.Count == 0)
        {
            throw new StartRefusedException("No role is given.", "Maybe use --roles all.");
        }

        foreach (var role in asked.Where(role => role.Parts is null && role.AddServices is null))
        {
            throw new StartRefusedException(
                $"The role {role.Name} has no work in this version of Muster.",
                "Maybe leave it out: "
                    + string.Join(", ", All.Where(row => row.AddServices is not null).Select(row => row.Name))
                    + " can run.");
        }

        var wanted = asked.SelectMany(role => role.Parts ?? [role.Name]).ToHashSet();
        return [.. All.Where(role => wanted.Contains(role.Name) && role.AddServices is not null)];
    }

    private static StartRefusedException Unknown(string name) => new(
        $"There is no role \"{name}\".",
        $"Maybe {NearestName.Of(name, All.Select(role => role.Name))} is meant; `muster roles` lists them all.");
}
