using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>A log that a test waits on: arm the wait, act, await.</summary>
internal sealed class EventLog : ILogger<BuiltInPostgres>
{
    private readonly ConcurrentQueue<(int Id, string Message)> _events = new();
    private volatile Wait? _wait;

    public IEnumerable<int> Ids => _events.Select(one => one.Id);

    public Task NextAsync(int id, string part = "")
    {
        var wait = new Wait(id, part, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _wait = wait;
        return wait.Done.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        _events.Enqueue((eventId.Id, message));
        if (_wait is { } wait && wait.Id == eventId.Id && message.Contains(wait.Part))
        {
            wait.Done.TrySetResult();
        }
    }

    private sealed record Wait(int Id, string Part, TaskCompletionSource Done);
}
