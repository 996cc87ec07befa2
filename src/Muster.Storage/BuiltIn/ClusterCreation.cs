namespace Muster.Storage.BuiltIn;

/// <summary>
/// Makes a cluster beside its place and renames it when it is whole, so that a death at any point leaves either no
/// cluster or a complete one; the next start clears the rest.
/// </summary>
internal sealed class ClusterCreation(Cluster cluster)
{
    private const int OldestWithBuiltInLocale = 17;

    private const string CreateDatabase =
        $"""
        CREATE DATABASE {Cluster.Name};

        """;

    private DataDirectory Directory => cluster.Directory;

    public static void ClearHalfMade(DataDirectory directory)
    {
        if (System.IO.Directory.Exists(directory.Staging))
        {
            System.IO.Directory.Delete(directory.Staging, recursive: true);
        }
    }

    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            Posix.MakePrivateDirectory(Directory.Staging);
            cluster.User.Own(Directory.Staging);
            await MustSucceedAsync(cluster.InitDb(InitDbArguments()), token);
            await MustSucceedAsync(MakeDatabase(), token);
            System.IO.Directory.Move(Directory.Staging, Directory.Cluster);
            Posix.FlushDirectory(Directory.Path);
        }
        catch (IOException error)
        {
            throw BuiltInPostgresException.Unusable(Directory.Path, error);
        }
        finally
        {
            ClearHalfMade(Directory);
        }
    }

    private string[] InitDbArguments()
    {
        // Order by code point and Unicode's letters, the same on every machine; the C library's locales differ.
        string[] locale = cluster.Programs.Major >= OldestWithBuiltInLocale
            ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            : [];
        string[] sync = (cluster.Durable, cluster.Programs.Major >= OldestWithBuiltInLocale) switch
        {
            (false, _) => ["--no-sync"],
            (true, true) when OperatingSystem.IsLinux() => ["--sync-method=syncfs"],
            _ => [],
        };
        return
        [
            $"--pgdata={Directory.Staging}", $"--username={Cluster.Name}", "--auth=peer", "--encoding=UTF8",
            "--locale=C", "--data-checksums", "--no-instructions", .. locale, .. sync,
        ];
    }

    private Command MakeDatabase() =>
        cluster.Postgres("--single", "-D", Directory.Staging, "-c", "log_min_messages=fatal", "postgres") with
        {
            Input = CreateDatabase,
        };

    private async Task MustSucceedAsync(Command command, CancellationToken token)
    {
        var result = await command.RunAsync(token);
        if (!result.Succeeded)
        {
            throw cluster.Failure(command.Program, result.Said);
        }
    }
}
