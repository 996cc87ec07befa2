using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <param name="At">When it is applied.</param>
public readonly record struct ItemWord(SourceObject Said, DateTimeOffset At);
