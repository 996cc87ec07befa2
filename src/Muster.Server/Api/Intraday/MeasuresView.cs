using Muster.Server.Api.Demand;
using Muster.Server.Intraday;

namespace Muster.Server.Api.Intraday;

/// <summary>Contacts, and what became of them. Null: not known.</summary>
/// <param name="HandleSeconds">Mean of a contact, after-call work included.</param>
/// <param name="ServiceLevel">The part of the offered that was answered in time: 0 to 1.</param>
/// <param name="Abandoned">The part of the offered that gave up: 0 to 1.</param>
public sealed record MeasuresView(double Offered, double? HandleSeconds, double? ServiceLevel, double? Abandoned)
{
    public static MeasuresView? Of(ContactSums? sums) => sums is { } known ? Of(known) : null;

    public static MeasuresView Of(ContactSums sums) => new(
        Numbers.Short(sums.Offered), Short(sums.HandleTime), Short(sums.ServiceLevel), Short(sums.AbandonedPart));

    internal static double? Short(double? value) => value is { } known ? Numbers.Short(known) : null;
}
