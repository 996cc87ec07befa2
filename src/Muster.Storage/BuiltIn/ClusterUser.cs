using System.Globalization;

namespace Muster.Storage.BuiltIn;

/// <summary>Who runs PostgreSQL. <see cref="IsOther"/>: not the user of this process, because that is root.</summary>
internal sealed record ClusterUser(string Name, bool IsOther = false, uint Id = 0, uint Group = 0)
{
    private static readonly string[] Candidates = ["muster", "postgres", "nobody"];

    public static async Task<ClusterUser> ChooseAsync(DataDirectory directory, string? wished, CancellationToken token)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ClusterUser(Environment.UserName);
        }

        if (Directory.Exists(directory.Cluster))
        {
            return await OwnerAsync(directory.Cluster, wished, token);
        }

        var names = wished is null ? Candidates : [wished];
        foreach (var name in names)
        {
            if (await FindAsync(name, token) is { Id: > 0 } user)
            {
                return user;
            }
        }

        throw BuiltInPostgresException.NoOrdinaryUser(string.Join(" or ", names));
    }

    /// <summary>Gives what root made to this user.</summary>
    public void Own(string path)
    {
        if (IsOther)
        {
            Posix.ChangeOwner(path, Id, Group);
        }
    }

    /// <summary>Refuses a directory that this user, other than root, cannot enter.</summary>
    public async Task MustEnterAsync(string directory, CancellationToken token)
    {
        if (!IsOther || Reach.IsOpenToAll(directory))
        {
            return;
        }

        var test = await new Command("test", "-x", directory) { User = this }.RunAsync(token);
        if (!test.Succeeded)
        {
            throw BuiltInPostgresException.Unreachable(directory, Name);
        }
    }

    private static async Task<ClusterUser> OwnerAsync(string cluster, string? wished, CancellationToken token)
    {
        string[] format = OperatingSystem.IsLinux() ? ["-c", "%U"] : ["-f", "%Su"];
        var owner = await new Command("stat", [.. format, cluster]).RunAsync(token);
        var name = owner.Output.Trim();
        if (wished is not null && wished != name)
        {
            throw BuiltInPostgresException.OwnedByAnother(cluster, name, wished);
        }

        return await FindAsync(name, token) is { Id: > 0 } user
            ? user
            : throw BuiltInPostgresException.OwnedByNobody(cluster, name);
    }

    private static async Task<ClusterUser?> FindAsync(string name, CancellationToken token)
    {
        var id = await new Command("id", "-u", name).RunAsync(token);
        var group = await new Command("id", "-g", name).RunAsync(token);
        return id.Succeeded && group.Succeeded ? new ClusterUser(name, true, Number(id), Number(group)) : null;
    }

    private static uint Number(CommandResult result) => uint.Parse(result.Output, CultureInfo.InvariantCulture);
}
