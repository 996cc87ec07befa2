using Muster.Server.Intraday;

namespace Muster.Server.Api.Intraday;

/// <summary>What is, less what was planned. Null: one of both is not known.</summary>
/// <param name="OnQueue">Agents on queue less those who are scheduled.</param>
public sealed record VarianceView(double? Offered, double? HandleSeconds, double? ServiceLevel, double? OnQueue)
{
    public static VarianceView Of(
        ContactSums? actual, ContactSums? forecast, double? onQueue, double? scheduled) => new(
        MeasuresView.Short(actual?.Offered - forecast?.Offered),
        MeasuresView.Short(actual?.HandleTime - forecast?.HandleTime),
        MeasuresView.Short(actual?.ServiceLevel - forecast?.ServiceLevel), MeasuresView.Short(onQueue - scheduled));
}
