namespace Muster.Storage.BuiltIn;

/// <summary>
/// The server's settings. They are arguments, not a file: a new Muster's settings hold from its first start, and no
/// edit of a file inside the cluster weakens them.
/// </summary>
internal static class ServerArguments
{
    // Flushing file by file before recovery takes seconds, the whole file system at once a fraction of one.
    private static readonly string[] Linux = ["recovery_init_sync_method=syncfs"];

    private static readonly string[] Fleeting =
    [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "checkpoint_timeout=1h",
        "wal_level=minimal",
        "max_wal_senders=0",
    ];

    public static string[] For(Cluster cluster)
    {
        var directory = cluster.Directory;
        string[] settings =
        [
            "listen_addresses=",
            "unix_socket_directories=" + cluster.SocketDirectory,
            "unix_socket_permissions=0700",
            "hba_file=" + directory.ClientAuthentication,
            "ident_file=" + directory.ClientNames,
            "cluster_name=" + directory.ClusterName,
            "max_connections=200",
            "shared_buffers=128MB",
            "huge_pages=off",
            "jit=off",
            "max_logical_replication_workers=0",
            "wal_level=replica",
            "max_wal_senders=4",
            "min_wal_size=64MB",
            "max_wal_size=1GB",
            "logging_collector=off",
            "log_destination=stderr",
            "log_line_prefix=",
            "log_checkpoints=off",
            "log_min_duration_statement=-1",
            // A statement may carry a person's data; whoever sent it knows it.
            "log_min_error_statement=panic",
            "lc_messages=C",
            "timezone=UTC",
            "log_timezone=UTC",
            .. OperatingSystem.IsLinux() ? Linux : [],
            .. cluster.Durable ? [] : Fleeting,
        ];
        return ["-D", directory.Cluster, .. settings.SelectMany(setting => new[] { "-c", setting })];
    }
}
