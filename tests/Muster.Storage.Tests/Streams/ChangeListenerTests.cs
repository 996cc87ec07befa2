using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Cluster.Streams;
using Muster.Storage.Leases;
using Muster.Storage.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Streams;

public sealed class ChangeListenerTests : IAsyncDisposable
{
    private const string Connected = "connected";

    private static readonly ScopeName People = ScopeName.Of("people", Guid.Empty);

    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    [Fact]
    public async Task A_commit_is_heard_with_the_position_it_reached()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await ListenAsync(database);

        await Writes.CommitAsync(database, (People, Writes.Put("1")), (People, Writes.Put("2")));

        Assert.Equal($"{People} at 1/2", await NextAsync());
    }

    [Fact]
    public async Task A_commit_that_does_not_notify_is_not_heard()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await using var silent = Database.Open(
            new DatabaseSettings(made.ConnectionString, "silent", TimeSpan.FromSeconds(5), 2) { Notify = false });
        await ListenAsync(database);

        await Writes.CommitAsync(silent, (People, Writes.Put("1")));
        await Writes.CommitAsync(database, (People, Writes.Put("2")));

        Assert.Equal($"{People} at 1/2", await NextAsync());
    }

    [Fact]
    public async Task A_wish_for_a_handover_is_heard()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await ListenAsync(database);
        var store = new LeaseStore(database);
        await using var session = await store.OpenAsync("aggregator:3", CancellationToken.None);
        await session.TryAsync(Nodes.A, Nodes.Take, CancellationToken.None);

        Assert.True(await store.AskHandoverAsync("aggregator:3", "b", CancellationToken.None));

        Assert.Equal("lease aggregator:3", await NextAsync());
    }

    [Fact]
    public async Task A_notification_of_another_program_is_passed_over()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await ListenAsync(database);

        await made.ScalarAsync("SELECT pg_notify('muster_scope', 'not one of ours')");
        await Writes.CommitAsync(database, (People, Writes.Put("1")));

        Assert.Equal($"{People} at 1/1", await NextAsync());
    }

    [Fact]
    public async Task A_lost_connection_is_made_anew_and_the_caller_told_to_look()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await ListenAsync(database);

        await made.ScalarAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            + "WHERE datname = current_database() AND query LIKE 'LISTEN%'");

        Assert.Equal(Connected, await NextAsync());
        await Writes.CommitAsync(database, (People, Writes.Put("1")));
        Assert.Equal($"{People} at 1/1", await NextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _listening);
        _stop.Dispose();
    }

    private async Task ListenAsync(Database database)
    {
        var listener = new ChangeListener(database, TimeProvider.System, NullLogger<ChangeListener>.Instance);
        _listening = listener.RunAsync(
            new ChangeCallbacks
            {
                Connected = () => _heard.Writer.TryWrite(Connected),
                ScopeMoved = (scope, position) => _heard.Writer.TryWrite($"{scope} at {position}"),
                HandoverAsked = lease => _heard.Writer.TryWrite($"lease {lease}"),
            },
            _stop.Token);
        Assert.Equal(Connected, await NextAsync());
    }

    private async Task<string> NextAsync() =>
        await _heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
}
