using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Muster.Server.Tests;

/// <summary>What somebody has logged, in order.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Problem)> _all = new();

    public IReadOnlyList<(LogLevel Level, string Text, Exception? Problem)> All => [.. _all];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _all.Enqueue((logLevel, formatter(state, exception), exception));
}
