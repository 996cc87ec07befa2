namespace Muster.Cluster;

/// <summary>
/// The database did not answer, or not in time: what was asked for may or may not have happened. Trying again may help.
/// </summary>
public sealed class StoreAwayException(string message, Exception? inner = null) : Exception(message, inner);
