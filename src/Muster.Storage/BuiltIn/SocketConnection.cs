using Npgsql;

namespace Muster.Storage.BuiltIn;

/// <summary>How to connect over a socket directory, in the two forms that people and programs use.</summary>
internal static class SocketConnection
{
    public static string ForNpgsql(string socketDirectory) => new NpgsqlConnectionStringBuilder
    {
        Host = socketDirectory,
        Username = Cluster.Name,
        Database = Cluster.Name,
    }.ConnectionString;

    public static string ForPsql(string socketDirectory) =>
        $"postgresql:///{Cluster.Name}?host={Uri.EscapeDataString(socketDirectory)}&user={Cluster.Name}";
}
