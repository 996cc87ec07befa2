using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Something that was noticed in the data and how it was dealt with, in one sentence for a planner.</summary>
/// <param name="Day">The day it is about; null when it is about more than one.</param>
public sealed record Remark(RemarkKind Kind, string Sentence, LocalDate? Day = null);
