namespace Muster.Domain.Sources;

/// <summary>The source does not answer now; it may later.</summary>
/// <param name="retryAfter">How long it asks to be left alone; null when it did not say.</param>
public sealed class SourceAwayException(string message, TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception(message, cause)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
