using Npgsql;

namespace Muster.Storage;

/// <summary>Reads and describes connection strings.</summary>
internal static class ConnectionText
{
    // A node that is paused or cut off in the middle of a transaction holds the rows it has locked: between two
    // statements the server ends its session after this time, and what was sent to it and is not acknowledged (also
    // because nobody reads it) ends with the connection. A session that only waits is probed. Fenced transactions and
    // leases have shorter limits of their own; a migration has a longer one.
    private const string SessionLimits =
        "-c idle_in_transaction_session_timeout=2s -c tcp_user_timeout=5s -c tcp_keepalives_idle=5 "
        + "-c tcp_keepalives_interval=1 -c tcp_keepalives_count=3";

    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.Host)
                ? throw new StorageException("The database connection string names no host.", Advice)
                : parsed;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw new StorageException(
                $"The database connection string cannot be read: {problem.Message}", Advice, problem);
        }
    }

    /// <summary>Options of every session; those that were given come after and win.</summary>
    public static string SessionOptions(string? given) =>
        string.IsNullOrWhiteSpace(given) ? SessionLimits : $"{SessionLimits} {given}";

    public static string Describe(NpgsqlConnectionStringBuilder text) =>
        text.Host!.StartsWith('/')
            ? $"{text.Host} (socket), database {text.Database}"
            : $"{Addresses(text)}/{text.Database}";

    public static string Url(NpgsqlConnectionStringBuilder text) => text.Host!.StartsWith('/')
        ? $"postgresql:///{text.Database}?host={Uri.EscapeDataString(text.Host)}"
            + $"&user={Uri.EscapeDataString(text.Username ?? "")}"
        : $"postgresql://{Uri.EscapeDataString(text.Username ?? "")}@{Addresses(text)}/{text.Database}";

    // Each of several hosts may have a port of its own.
    private static string Addresses(NpgsqlConnectionStringBuilder text) =>
        string.Join(',', text.Host!.Split(',').Select(host => host.Contains(':') ? host : $"{host}:{text.Port}"));

    private const string Advice =
        "Maybe write it like \"Host=db1,db2;Username=muster;Password=...;Database=muster\".";
}
