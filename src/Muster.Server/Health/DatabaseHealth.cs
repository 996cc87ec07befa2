using Muster.Storage;
using Muster.Storage.Health;
using Muster.Storage.Migrations;

namespace Muster.Server.Health;

/// <summary>Whether the database answers and has the schema this program knows.</summary>
public sealed class DatabaseHealth(HealthStore store, Database database, TimeProvider time) : IHealthSource
{
    public async Task<HealthCheck> CheckAsync(CancellationToken token)
    {
        var started = time.GetTimestamp();
        try
        {
            var version = await store.ReadSchemaVersionAsync(token);
            return version == MigrationList.All.Count
                ? new HealthCheck("database", true,
                    $"{database.Description} answers in {time.GetElapsedTime(started).TotalMilliseconds:0.0} ms, "
                        + $"schema {version}.")
                : new HealthCheck("database", false,
                    $"{database.Description} has schema {version}; this program needs {MigrationList.All.Count}.");
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            return new HealthCheck("database", false, $"{database.Description} does not answer: {problem.Message}");
        }
    }
}
