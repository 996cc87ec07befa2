using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.History;

/// <summary>An exception, and whose it is.</summary>
internal sealed record HistoryException(HistoryGroup Group, StoredException Told);
