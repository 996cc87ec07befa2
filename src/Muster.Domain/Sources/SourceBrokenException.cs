namespace Muster.Domain.Sources;

/// <summary>What the source says cannot be used as a whole: it is cut off, or not what it claims to be.</summary>
public sealed class SourceBrokenException(string message, Exception? cause = null) : Exception(message, cause);
