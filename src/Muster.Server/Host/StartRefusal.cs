using Muster.Storage;
using Muster.Storage.BuiltIn;

namespace Muster.Server.Host;

/// <summary>Turns the ways in which a start can fail into one kind, worded for people.</summary>
public static class StartRefusal
{
    public static async Task<T> TranslateAsync<T>(
        Func<CancellationToken, Task<T>> start, CancellationToken token)
    {
        try
        {
            return await start(token);
        }
        catch (Exception refused) when (refused is StorageException or BuiltInPostgresException)
        {
            throw new StartRefusedException(refused.Message);
        }
    }
}
