namespace Muster.Forecasting.Selection;

/// <summary>Tells how far a piece of work is, and stops it when it is no longer wanted.</summary>
internal sealed class Ticker(IProgress<double>? progress, CancellationToken stop)
{
    /// <param name="part">0 to 1.</param>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public void Tick(double part)
    {
        stop.ThrowIfCancellationRequested();
        progress?.Report(part);
    }
}
