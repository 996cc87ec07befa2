using Muster.Cluster;

namespace Muster.Storage;

/// <summary>Says in the words of the cluster's protocols that the database is away.</summary>
internal static class StoreAway
{
    /// <param name="work">What is done.</param>
    /// <param name="what">The same for the message: "read the members".</param>
    /// <exception cref="StoreAwayException">Trying again later may help.</exception>
    public static async Task<T> GuardAsync<T>(
        string what, Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        try
        {
            return await work(token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            throw new StoreAwayException($"Could not {what}: {problem.Message}", problem);
        }
    }
}
