namespace Muster.Storage;

/// <summary>
/// The database cannot be used as it is. The message is one sentence, then advice on a line of its own.
/// </summary>
public sealed class StorageException(string sentence, string advice, Exception? cause = null)
    : Exception($"{sentence}\n{advice}", cause);
