namespace Muster.Storage.BuiltIn;

/// <summary>What a look at a data directory found: a running server, or why there is none to connect to.</summary>
public abstract record PostgresLook
{
    private PostgresLook()
    {
    }

    internal static PostgresLook At(string dataDirectory)
    {
        try
        {
            return Directory.Exists(dataDirectory)
                ? At(new DataDirectory(Posix.RealPath(dataDirectory)))
                : new Absent($"The data directory {dataDirectory} does not exist.\nMaybe name it with --data.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Absent($"The cluster in {dataDirectory} cannot be looked at: {error.Message}\n"
                + "Maybe ask as root or as the user who runs Muster.");
        }
    }

    private static PostgresLook At(DataDirectory directory)
    {
        var file = PostmasterFile.Read(directory.PostmasterFile);
        if (file is null || !new ClusterProcesses(directory).Find().Contains(file.ProcessId))
        {
            return new Absent($"No PostgreSQL runs in {directory.Path}.\nMaybe start it with \"muster serve\".");
        }

        return file.IsReady
            ? new Running(
                SocketConnection.ForNpgsql(file.SocketDirectory),
                SocketConnection.ForPsql(file.SocketDirectory),
                file.ProcessId)
            : new Absent($"The PostgreSQL in {directory.Path} is not ready.\nMaybe wait a moment and ask again.");
    }

    public sealed record Running(string ConnectionString, string Url, int ProcessId) : PostgresLook;

    public sealed record Absent(string Reason) : PostgresLook;
}
