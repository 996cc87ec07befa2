using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>A line to be sent.</summary>
/// <param name="At">When it is told.</param>
public readonly record struct FeedLine(long Position, Instant At, string Text);
