using System.Globalization;
using Microsoft.Extensions.Logging;
using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Streams;

/// <summary>
/// Hears what the database notifies, on a connection of its own. It is faster than the poll, never instead of it: a
/// notification may be lost with the connection.
/// </summary>
public sealed partial class ChangeListener(Database database, TimeProvider time, ILogger<ChangeListener> logger)
{
    private const string ScopeChannel = "muster_scope";

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Listens until it is stopped, and connects anew whenever the connection is lost.</summary>
    public async Task RunAsync(ChangeCallbacks callbacks, CancellationToken token)
    {
        while (true)
        {
            try
            {
                await ListenAsync(callbacks, token);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                Ended(problem.Message);
            }

            await Task.Delay(Retry, time, token);
        }
    }

    private async Task ListenAsync(ChangeCallbacks callbacks, CancellationToken token)
    {
        await using var connection = await database.ConnectOwnAsync(token);
        connection.Notification += (_, heard) => Tell(callbacks, heard);
        await ChangeStore.ListenAsync(connection, token);
        Listening();
        callbacks.Connected();
        while (true)
        {
            await connection.WaitAsync(token);
        }
    }

    private void Tell(ChangeCallbacks callbacks, NpgsqlNotificationEventArgs heard)
    {
        if (heard.Channel != ScopeChannel)
        {
            callbacks.HandoverAsked(heard.Payload);
        }
        else if (Parse(heard.Payload) is var (scope, position))
        {
            callbacks.ScopeMoved(scope, position);
        }
        else
        {
            NotRead(heard.Payload);
        }
    }

    // Anybody who may connect may notify; what is not ours is passed over.
    private static (ScopeName Scope, ScopePosition Position)? Parse(string payload)
    {
        var parts = payload.Split(' ');
        return parts.Length == 3
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var timeline)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var version)
                ? (new ScopeName(parts[0]), new ScopePosition(timeline, version))
                : null;
    }
}
