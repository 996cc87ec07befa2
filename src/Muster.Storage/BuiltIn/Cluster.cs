namespace Muster.Storage.BuiltIn;

/// <summary>A cluster and what it takes to run it: where it is, by whom, with which programs.</summary>
internal sealed record Cluster(DataDirectory Directory, ClusterUser User, PostgresPrograms Programs, bool Durable)
{
    /// <summary>The name of the superuser and of the database.</summary>
    public const string Name = "muster";

    public required string SocketDirectory { get; init; }

    public string ConnectionString => SocketConnection.ForNpgsql(SocketDirectory);

    public string Url => SocketConnection.ForPsql(SocketDirectory);

    public Command InitDb(params string[] arguments) => new(Programs.InitDb, arguments) { User = User };

    public Command Postgres(params string[] arguments) => new(Programs.Postgres, arguments) { User = User };

    public BuiltInPostgresException Failure(string program, string said) =>
        said.Contains("No space left on device") || said.Contains("Disk quota exceeded")
            ? BuiltInPostgresException.DiskFull(Directory.Path, said)
            : BuiltInPostgresException.CannotStart(program, said);
}
