using Npgsql;

namespace Muster.Storage;

/// <summary>Reads and describes connection strings.</summary>
internal static class ConnectionText
{
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

    public static string Describe(NpgsqlConnectionStringBuilder text) =>
        text.Host!.StartsWith('/')
            ? $"{text.Host} (socket), database {text.Database}"
            : $"{text.Host}:{text.Port}/{text.Database}";

    public static string Url(NpgsqlConnectionStringBuilder text) => text.Host!.StartsWith('/')
        ? $"postgresql:///{text.Database}?host={Uri.EscapeDataString(text.Host)}"
            + $"&user={Uri.EscapeDataString(text.Username ?? "")}"
        : $"postgresql://{Uri.EscapeDataString(text.Username ?? "")}@{text.Host}:{text.Port}/{text.Database}";

    private const string Advice =
        "Maybe write it like \"Host=db1,db2;Username=muster;Password=...;Database=muster\".";
}
