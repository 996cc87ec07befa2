using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>What a page remembers for a user: JSON the server does not look into.</summary>
public sealed class PreferenceStore(Database database)
{
    private const string Select = "SELECT value FROM preference WHERE user_id = $1 AND page = $2";

    private const string Upsert = """
        INSERT INTO preference (user_id, page, value) VALUES ($1, $2, $3)
        ON CONFLICT (user_id, page) DO UPDATE SET value = excluded.value
        """;

    public Task<string?> FindAsync(UserId user, string page, CancellationToken token) =>
        database.Command(Select, user.Value, page).FirstAsync(row => row.GetString(0), token);

    public Task SetAsync(UserId user, string page, string json, CancellationToken token) =>
        database.Command(Upsert, user.Value, page, Commands.Json(json)).ExecuteAsync(token);
}
