namespace Muster.Domain.Sources;

/// <summary>
/// Where people, skills and time zones come from. Every call may throw <see cref="SourceAwayException"/> or
/// <see cref="SourceBrokenException"/>.
/// </summary>
public interface ISource
{
    /// <summary>Begins to read everything.</summary>
    Task<SourceSnapshot> OpenSnapshotAsync(CancellationToken token);

    /// <summary>Changes after a cursor; waits for the first of them, at most so long.</summary>
    /// <exception cref="CursorRefusedException">The source cannot go on from there: all is to be read.</exception>
    Task<SourceChanges> ReadChangesAsync(string cursor, TimeSpan wait, CancellationToken token);

    /// <summary>One object as it is now; null when the source has never known it.</summary>
    Task<SourceObject?> FindAsync(ObjectKind kind, string externalId, CancellationToken token);
}
