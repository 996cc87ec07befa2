namespace Muster.Adherence.Engine;

/// <summary>What became of events. Together they are as many as were given.</summary>
/// <param name="InOrder">Later than all of their agent so far.</param>
/// <param name="Late">Before another of their agent; what they touch was judged anew.</param>
/// <param name="BeforeWindow">
/// Before the engine's first moment: they may change results that it does not have any more. Replay that day.
/// </param>
/// <param name="Duplicates">Known already; nothing changed.</param>
/// <param name="Strangers">Of agents that the engine does not have; dropped.</param>
/// <param name="OutOfRange">Of a time before 1970 or after 2100; dropped.</param>
public readonly record struct ApplyCounts(
    int InOrder, int Late, int BeforeWindow, int Duplicates, int Strangers, int OutOfRange);
