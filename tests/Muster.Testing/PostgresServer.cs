using Microsoft.Extensions.Logging.Abstractions;
using Muster.Storage.BuiltIn;

namespace Muster.Testing;

/// <summary>
/// One PostgreSQL for all tests of a process, on a temporary directory and without durability. Its role may create
/// databases. It stops with the process; what a killed test run left is removed by the next one.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly BuiltInPostgres _postgres;

    private PostgresServer(BuiltInPostgres postgres) => _postgres = postgres;

    public string ConnectionString => _postgres.ConnectionString;

    public static Task<PostgresServer> GetAsync() => Shared.Value;

    private static async Task<PostgresServer> StartAsync()
    {
        await PostgresLeftovers.RemoveAsync();
        var folder = TemporaryFolder.Make();
        var postgres = await BuiltInPostgres.StartAsync(
            new BuiltInPostgresSettings
            {
                DataDirectory = Path.Combine(folder.FullName, "data"),
                Durable = false,
                BallastMegabytes = 0,
            },
            TimeProvider.System,
            NullLogger<BuiltInPostgres>.Instance,
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(postgres, folder);
        return new PostgresServer(postgres);
    }

    private static void Stop(BuiltInPostgres postgres, DirectoryInfo folder)
    {
        postgres.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Delete(recursive: true);
    }
}
