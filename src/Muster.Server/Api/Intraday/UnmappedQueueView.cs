namespace Muster.Server.Api.Intraday;

/// <summary>A queue of which a source tells, and that is in no planning group.</summary>
/// <param name="Offered">That day.</param>
public sealed record UnmappedQueueView(string Queue, string Source, double Offered);
