using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Directories;

/// <summary>Reads the changes of the directory out of the change log, a part at a time.</summary>
public sealed class DirectoryFeedStore(Database database)
{
    public static readonly ScopeName Scope = ScopeName.Of("directory");

    // One statement, so one snapshot: what is missing between a position and the version is gone, not yet to come. The
    // scope's id comes from a subquery, so that it is known before a partition is looked into.
    private const string SelectChanges = """
        SELECT t.timeline, coalesce(s.version, 0), c.seq, c.payload
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN LATERAL (
            SELECT seq, payload FROM change
            WHERE scope = (SELECT id FROM scope WHERE name = $1) AND seq > $3 AND t.timeline = $2
            ORDER BY seq LIMIT $4
        ) c ON true
        ORDER BY c.seq
        """;

    public async Task<DirectoryChanges> ReadAsync(ScopePosition after, int limit, CancellationToken token)
    {
        var rows = await database.Command(SelectChanges, Scope.Value, after.Timeline, after.Version, limit)
            .ListAsync(Map, token);
        var now = rows[0].Now;
        var changes = rows.Where(row => row.Written is not null).ToList();
        if (WhyRefused(after, now, changes.Select(row => row.Seq).ToList()) is { } why)
        {
            return new DirectoryChanges([], after, false, why);
        }

        var next = after with { Version = after.Version + changes.Count };
        return new DirectoryChanges([.. changes.Select(row => row.Written!)], next, next < now);
    }

    private static string? WhyRefused(ScopePosition after, ScopePosition now, List<long> sequence) =>
        after.Timeline != now.Timeline
            ? $"It is of timeline {after.Timeline} of the database, which is now at {now.Timeline}: "
                + "after a failover, some changes may have been lost."
        : after.Version > now.Version
            ? $"It is ahead of the directory, which is at {now.Timeline}.{now.Version}."
        : (sequence.Count == 0 && after.Version < now.Version)
            || sequence.Index().Any(at => at.Item != after.Version + 1 + at.Index)
            ? "The changes after it are too old and gone; they are kept for about 30 days."
        : null;

    private static (ScopePosition Now, long Seq, string? Written) Map(NpgsqlDataReader row)
    {
        var now = new ScopePosition(row.GetInt32(0), row.GetInt64(1));
        return row.IsDBNull(2) ? (now, 0, null) : (now, row.GetInt64(2), row.GetString(3));
    }
}
