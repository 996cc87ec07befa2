using Muster.Domain.Sources;
using Muster.Storage;

namespace Muster.Server.Synchronization;

internal static class SourceTrouble
{
    /// <summary>Whether trying again later may help.</summary>
    public static bool IsPassing(Exception failure) =>
        failure is SourceAwayException or SourceBrokenException || StorageTrouble.IsPassing(failure);
}
