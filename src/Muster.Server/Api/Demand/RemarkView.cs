using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>Something that was noticed in the history, and how it was dealt with.</summary>
public sealed record RemarkView(RemarkKind Kind, string Sentence, LocalDate? Day)
{
    public static RemarkView Of(Remark remark) => new(remark.Kind, remark.Sentence, remark.Day);
}
