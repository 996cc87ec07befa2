namespace Muster.Storage.BuiltIn;

/// <summary>
/// Who may connect: over the socket only, and the kernel vouches for who is at its other end (peer). Root, the user who
/// runs PostgreSQL and the user who runs Muster are its superuser; nobody else is anything.
/// </summary>
internal static class AccessFiles
{
    private const string ClientAuthentication =
        $"""
        # Written by Muster at each start.
        local all         {Cluster.Name} peer map={Cluster.Name}
        local replication {Cluster.Name} peer map={Cluster.Name}

        """;

    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void Write(DataDirectory directory, ClusterUser user)
    {
        string[] names = ["root", user.Name, Environment.UserName];
        var lines = names.Where(name => name.Length > 0).Distinct()
            .Select(name => $"{Cluster.Name} \"{name}\" {Cluster.Name}\n");
        Write(directory.ClientAuthentication, ClientAuthentication);
        Write(directory.ClientNames, string.Concat(lines));
    }

    // They stand outside of the cluster: what root writes must not lie where another user could put a link.
    private static void Write(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, Readable);
    }
}
